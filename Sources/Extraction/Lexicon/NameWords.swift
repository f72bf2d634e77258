extension Lexicon {
    /// Given names, so that a name begins where a title ends and a pronoun finds its person.
    static let nameWords: [(StaticString, WordClass)] = [
        (
            """
            aaron abdul abdullah abraham adam adrian ahmad ahmed alan albert alberto alejandro aleksandr aleksei alessandro
            alex alexander alexandre alexei alexey alfred ali allan allen alvaro amir anatoly anders andre andreas andrei
            andrew andrey andriy andrzej angelo anthony antoine anton antonio antony ari arnold arthur artem ashraf austin
            barack barry bart bashar ben benjamin benny bernard bernie bill billy björn bob bobby boris brad bradley brandon
            brendan brent brett brian bruce bruno bryan carl carlos cesar chad charles charlie chris christian christoph
            christopher chuck claude clarence clayton colin connor craig curtis cyril dale damian damien dan daniel daniil
            danny darren dave david dean denis dennis derek devin dick diego dietmar dirk dmitri dmitry dmytro dominic
            dominique don donald doug douglas duncan dustin dwight dylan earl ed eddie edgar eduardo edward edwin egor elias
            elliot elon emil emilio emmanuel eric erik ernest ernesto ethan eugene evan evgeny fabio felipe felix fernando
            filippo francesco francis francisco franck francois frank frans franz fred frederic frederick friedrich gabriel
            gareth gary gavin gennady geoff geoffrey george gerald gerard gerhard gideon giorgio giovanni giuseppe glenn
            gordon goran graham grant greg gregory grigory guillaume guy günter hamid hans harold harry harvey hassan heinz
            helmut hendrik henri henrik henry herbert hiroshi howard hugh hugo hussein ian ibrahim igor ilya imran isaac
            ismail ivan ivo jack jackson jacob jacques jake jakob jamal james jamie jan jared jason javier jay jean jeff
            jeffrey jens jeremy jerome jerry jesse jesus jim jimmy joachim joao joe joel johan johann john johnny jon jonas
            jonathan jordan jorge jose josef joseph josh joshua juan julian julien julius jun jürgen justin karel karim karl
            keir keith ken kenji kenneth kevin khalid kim kirill klaus konstantin kurt kyle kyrylo lars laurent lawrence lee
            leo leon leonard leonid leonardo leslie lewis liam lloyd logan louis luc luca lucas luigi luis luiz lukas luke
            mahmoud malcolm manuel marc marcel marco marcos marcus mario mark markus martin mateusz matt matteo matthew
            matthias maurice max maxim maxime mehmet michael michal michel miguel mihai mike mikhail miles milos mitch mitt
            mohamed mohammad mohammed moses muhammad murray mykhailo mykola narendra nasser nathan neil nelson nicholas nick
            nicolas niels nigel nikita nikolai nikolay noah noel norman oleg oleh oleksandr oleksii oliver olivier omar
            oscar osama otto owen pablo paolo pascal pat patrick paul paulo pavel pavlo pedro per pete peter petr petro
            phil philip philippe phillip pierre piotr rafael rahul raj ralph ramon rand randy raphael ray raymond recep
            reinhard rex ricardo richard rick ricky rishi rob robert roberto rodrigo roger roland roman ron ronald ross
            roy rudy rupert ruslan russell ryan said salman salvador sam samir samuel scott sean sebastian serge sergei
            sergey sergio serhii seth shane shaun shigeru shinzo sidney simon stanislav stefan stefano stephane stephen
            steve steven stuart sven tariq taylor ted terry theo theodore thierry thomas tim timothy tobias todd tom
            tommy tony travis trevor tyler umberto uri valentin valery vasily vaughn victor viktor vincent vitali vitaly
            vladimir vladislav volodymyr vyacheslav walter warren wayne werner wesley wilhelm will william wolfgang
            xavier yair yasser yegor yevgeny yitzhak yoshihide youssef yuri yuriy yusuf yves zachary zaid ziad anas
            walt abbas amin bibi benyamin benjamin emmerson gustavo hakan jair jens-uwe joaquin jonah julio keiko kofi
            lenny lindsey lula mahathir micheal mobutu naftali nayib newt paavo prabowo raul reuven rodolfo sadiq
            sheldon tayyip viktoras xi yoweri zoran
            """, .maleName
        ),
        (
            """
            abigail ada adele adriana agnes aisha alice alicia alison allison amanda amara amber amelia amy ana anastasia
            andrea angela angelina anita ann anna annalena anne annette annie anya ariana arlene audrey ayesha barbara
            beata beatrice becky bella beth betty beverly bonnie brenda bridget brigitte camilla carla carly carmen carol
            carole caroline carolyn catherine cathy cecilia celine charlotte chelsea cheryl chiara christina christine
            claire clara claudia condoleezza connie constance cristina cynthia daniela darya daryna dawn debbie deborah
            delia denise diana diane dianne dina dolores donna doris dorothy edith eileen elaine elena eleanor elif elisa
            elise elizabeth ella ellen elsa emily emma erica erika erin esther eva eve evelyn fatima fiona florence
            frances francesca gabriela gail gemma georgia gina giorgia giulia gloria grace greta gretchen hannah harriet
            hazel heather heidi helen helena hetty hilary hillary holly huma ida ilka ilona ines ingrid irene irina iris
            isabel isabella isabelle ivanka jackie jacqueline jane janet janice jasmine jean jeanne jen jennifer jenny jessica
            jill joan joanna joanne josephine joy joyce judith judy julia julie june kaja kamala karen karin karina kate
            katherine kathleen kathryn kathy katie katrina katya kayla kelly kerry khrystyna kim kimberly kirsten kirstin kristen
            kristin kristina lara latifa laura lauren laurie leah leila lena leslie lesley liana lidia lilian lily lina linda lindsay
            lisa livia liz lois lorraine louise lucia lucy ludmila luisa lydia lyudmila madeleine maggie maia maja mara
            marcia margaret margarita maria mariana marie marina marine marion marjorie marlene marta martha mary maryna
            maya megan melania melanie melissa mia michaela michele michelle mila miriam moira molly monica monique myra nadia
            nancy naomi natalia natalie natasha nicola nicole nikki nina nora norah oksana olena olga olha olivia
            oleta paige pamela patricia patty paula pauline peggy penny petra phoebe polina priti rachel rebecca regina renee
            rhonda rita roberta robin rosa rose rosemary roxana ruby ruth sabine sabrina sally samantha samira sandra sara
            sarah sasha serena sharon sheila shelley sheryl shirley silvia simone sinead sofia sona sonia sophia sophie
            stacey stella stephanie sue susan susanna suzanne sviatlana svetlana sylvia tamara tania tanya tara tatiana
            tatyana teresa theresa tina tracy tulsi ursula valentina valentyna valeria valerie vanessa vera veronica
            victoria viola virginia viviane wanda wendy yana yekaterina yolanda yulia yuliia yvette yvonne zoe zuzana
            """, .femaleName
        ),
        (
            """
            ashley casey charlie chris dana drew jamie jordan kelly kim lee lindsay lindsey morgan pat robin sam sasha
            taylor terry tracy chen li liu wang zhang yang zhao wu zhou
            """, .otherName
        ),
        (
            """
            trump biden obama clinton putin zelensky zelenskyy zelenskiy macron merkel scholz merz starmer sunak netanyahu
            erdogan modi xi lukashenko orban musk zuckerberg bezos lavrov peskov medvedev pence mcconnell pelosi sanders
            blinken kerry romney bush reagan harris vance rubio hegseth navalny prigozhin khamenei assad maduro bolsonaro lula
            meloni stoltenberg rutte guterres yermak zaluzhnyi shoigu kellogg witkoff leyen kallas fico duda tusk nawrocki
            """, .knownSurname
        ),
    ]
}
