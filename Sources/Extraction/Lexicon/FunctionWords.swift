extension Lexicon {
    static let functionWords: [(StaticString, WordClass)] = [
        ("the a an", [.article, .determiner, .common]),
        (
            """
            this that these those some any no each every either neither another both all many most few several such other
            one two three four five six seven eight nine ten dozens hundreds thousands half more less fewer
            """, [.determiner, .common]
        ),
        ("he she they i we you it who", [.subjectPronoun, .common]),
        ("he she they", .pronounPerson),
        ("him them us me himself herself themselves itself myself yourself everyone someone nobody nothing", .common),
        ("his her their its our my your whose", [.possessivePronoun, .determiner, .common]),
        ("i we my our me us myself ourselves mine ours", .firstPerson),
        (
            """
            of in on at by for with from to into onto over under about against between among through during before after
            since until till without within across behind beyond near around outside inside despite except like unlike
            per via amid amidst toward towards upon regarding concerning including following ahead alongside because
            """, [.preposition, .common]
        ),
        ("and but or nor yet so", [.conjunction, .common]),
        (
            """
            if when while although though because unless whereas whether as since until after before once whenever
            wherever why how what where
            """, [.subordinator, .common]
        ),
        ("which who whom whose that", [.relative]),
        ("is are was were be been being am 's 're", [.auxiliary, .be, .finiteVerb, .common]),
        ("has have had having does do did doing 've 'd", [.auxiliary, .common]),
        ("has have had does do did", .finiteVerb),
        (
            "will would can could may might must shall should 'll won't can't cannot couldn't wouldn't shouldn't",
            [.modal, .finiteVerb, .common]
        ),
        ("isn't aren't wasn't weren't", [.auxiliary, .be, .finiteVerb, .common]),
        ("hasn't haven't hadn't doesn't don't didn't", [.auxiliary, .finiteVerb, .common]),
        (
            """
            also later earlier then now still again already recently repeatedly once never not even just only always often
            sometimes soon first further thus therefore instead however meanwhile moreover nevertheless nonetheless
            simply merely reportedly allegedly apparently perhaps maybe too very quite yet ever there here
            """, [.adverb, .common]
        ),
        ("monday tuesday wednesday thursday friday saturday sunday", [.weekday, .time, .common]),
        ("mon tue tues wed thu thurs fri sat sun", .weekday),
        (
            """
            january february march april may june july august september october november december jan feb mar apr jun jul
            aug sept sep oct nov dec
            """, [.month, .time]
        ),
        ("january february april june july august september october november december", .common),
        (
            """
            yesterday today tomorrow tonight day days week weeks month months year years morning afternoon evening night
            ago hour hours minutes weekend
            """, .time
        ),
        (
            """
            yesterday today tomorrow tonight not yes no please thanks thank let here there why what when where how if
            asked according speaking writing responding following given despite photo photos video read source details
            background points advertisement reporting editing file image related update updated breaking exclusive
            analysis opinion next last late early new old good bad great big small high low long short right left
            people officials sources police authorities experts analysts critics supporters investigators prosecutors
            residents witnesses researchers scientists lawmakers christmas easter thanksgiving voters men women children students
            workers doctors others nearly almost about roughly less more another such much only even when while
            """, .common
        ),
        (
            """
            the of and to in that is was for it with as his on be at by i this had not are but from or have an they which
            you were her all she there would their we him been has when who will more no if out so said what up its about
            than into them can only other new some could time these two may then do
            """, .english
        ),
        (
            """
            said says told went came took made got gave found left kept began became seemed appeared remained wants plans
            makes takes goes comes seems remains helped led held met saw knew felt thought put set ran brought stood
            """, .finiteVerb
        ),
    ]
}
