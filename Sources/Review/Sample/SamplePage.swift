import Hypertext

/// A sheet to click through: it keeps judgements in the browser and gives them out as the same CSV.
struct SamplePage {
    let kind: SampleKind
    let rows: [SampleRow]

    func bytes() -> [UInt8] {
        Page(title: "Sample of \(kind.rawValue)", style: samplePageStyle, script: samplePageScript).bytes { body in
            body.element("header") { header in
                header.element("h1", text: "\(counted(rows.count, "row")) to judge")
                header.element("p", text: kind.question)
                header.element("p", ["class": "soft"]) {
                    $0.text(
                        """
                        Keys: y yes, n no, u unsure, arrows to move. Judgements stay in this browser until you export them; \
                        then run “pipeline validate” on the sheet.
                        """)
                }
                header.element("p", ["class": "bar"]) { bar in
                    bar.element("button", ["type": "button", "id": "export"], text: "Export the sheet")
                    bar.element("output", ["id": "done", "aria-live": "polite"], text: "")
                }
            }
            // The line that exported rows come under.
            body.element("main", ["id": "rows", "data-header": String(CSV.line(SampleRow.columns).dropLast())]) {
                main in
                for (index, row) in rows.enumerated() { write(row, index, &main) }
            }
        }
    }

    private func write(_ row: SampleRow, _ index: Int, _ main: inout HTMLWriter) {
        let known = CSV.line(Array(row.cells.dropLast(2))).dropLast()
        main.element("section", ["id": "r\(index)", "tabindex": "-1", "data-id": row.id, "data-row": String(known)]) {
            section in
            section.element("h2", text: "\(index + 1) of \(rows.count)")
            if !row.claim.isEmpty { section.element("p", ["class": "claim"]) { $0.untrusted(row.claim) } }
            if row.text.isEmpty {
                section.element("div", ["class": "pair"]) { pair in
                    for side in [row.before, row.after] {
                        pair.element("p", ["class": "context"]) { Self.write(lines: side, &$0) }
                    }
                }
            } else {
                section.element("p", ["class": "context"]) { context in
                    Self.write(lines: row.before, &context)
                    context.element("mark") { Self.write(lines: row.text, &$0) }
                    Self.write(lines: row.after, &context)
                }
            }
            section.element("fieldset") { choices in
                choices.element("legend", text: kind.question)
                for answer in ["yes", "no", "unsure"] {
                    choices.element("label") { label in
                        label.void("input", ["type": "radio", "name": "j\(index)", "value": answer])
                        label.text(answer)
                    }
                }
            }
            section.element("label", ["class": "note"]) { label in
                label.text("Note ")
                label.void("input", ["type": "text", "name": "n\(index)", "autocomplete": "off"])
            }
        }
    }

    private static func write(lines text: String, _ page: inout HTMLWriter) {
        for (index, line) in text.split(separator: "\n").enumerated() {
            if index > 0 { page.void("br") }
            page.untrusted(String(line))
        }
    }
}

private let samplePageStyle: StaticString = """
    header, main { max-width: 42rem; margin: 0 auto; padding: 1rem 1.1rem; }
    h1 { font-size: 2rem; margin: 1.4rem 0 .4rem; }
    h2 { font-size: 1rem; color: var(--soft); margin: 0; }
    .soft { color: var(--soft); font-size: .9rem; }
    .bar { display: flex; gap: 1rem; align-items: center; }
    button { font: inherit; padding: .5rem 1rem; border: 1px solid var(--line); border-radius: 4px; cursor: pointer;
      background: var(--card); color: var(--ink); }
    section { margin: 1.4rem 0; padding: 1.2rem 1.1rem; background: var(--card); border-radius: 6px;
      scroll-margin-top: 1rem; }
    section.judged { border-left: 4px solid var(--green); }
    .claim { font: 600 1.15rem/1.4 var(--serif); margin: .3rem 0; }
    .context { font: 1.02rem/1.55 var(--serif); margin: .3rem 0; }
    .pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr)); gap: 1.4rem; }
    .pair .context { font-size: .95rem; max-height: 24rem; overflow: auto; }
    fieldset { border: 0; padding: 0; margin: .9rem 0 .4rem; display: flex; flex-wrap: wrap; gap: .4rem 1.4rem; }
    legend { color: var(--soft); font-size: .9rem; padding: 0 0 .4rem; }
    fieldset label { cursor: pointer; padding: .3rem 0; }
    input[type=radio] { accent-color: var(--blue); width: 1.1rem; height: 1.1rem; margin-right: .45rem;
      vertical-align: -2px; }
    .note { display: flex; gap: .6rem; align-items: center; color: var(--soft); font-size: .9rem; }
    .note input { flex: 1; min-width: 0; font: inherit; padding: .3rem .5rem; border: 1px solid var(--line);
      border-radius: 4px; background: var(--paper); color: var(--ink); }

    """

private let samplePageScript: StaticString = """
    "use strict";
    const sections = [...document.querySelectorAll("#rows > section")];
    const key = "pipeline-sample:" + sections.map(s => s.dataset.id).join(" ");
    let kept = {};
    try { kept = JSON.parse(localStorage.getItem(key)) || {}; } catch { kept = {}; }
    const answer = s => s.querySelector("input[type=radio]:checked")?.value ?? "";
    const note = s => s.querySelector("input[type=text]").value;
    let current = 0;
    function count() {
      const judged = sections.filter(s => answer(s));
      for (const s of sections) s.classList.toggle("judged", Boolean(answer(s)));
      document.querySelector("#done").value = judged.length + " of " + sections.length + " judged";
    }
    function keep() {
      for (const s of sections) kept[s.dataset.id] = [answer(s), note(s)];
      try { localStorage.setItem(key, JSON.stringify(kept)); } catch { /* the export still works */ }
      count();
    }
    function go(index) {
      current = Math.max(0, Math.min(sections.length - 1, index));
      sections[current].focus();
      sections[current].scrollIntoView({ block: "start" });
    }
    sections.forEach((s, index) => {
      const [judgement, words] = kept[s.dataset.id] ?? ["", ""];
      for (const input of s.querySelectorAll("input[type=radio]")) input.checked = input.value === judgement;
      s.querySelector("input[type=text]").value = words;
      s.addEventListener("change", keep);
      s.addEventListener("focusin", () => { current = index; });
    });
    document.addEventListener("keydown", event => {
      if (event.target.type === "text" || event.ctrlKey || event.metaKey || event.altKey) return;
      const value = { y: "yes", n: "no", u: "unsure" }[event.key];
      if (value) {
        sections[current].querySelector(`input[value=${value}]`).checked = true;
        keep();
        go(current + 1);
      } else if (event.key === "ArrowDown" || event.key === "ArrowRight") go(current + 1);
      else if (event.key === "ArrowUp" || event.key === "ArrowLeft") go(current - 1);
      else return;
      event.preventDefault();
    });
    document.querySelector("#export").addEventListener("click", () => {
      const formula = /^['\\s]*[=+@\\uff1d\\uff0b\\uff0d\\uff20-]/;
      const cell = text => '"' + (formula.test(text) ? "'" : "") + text.replaceAll('"', '""') + '"';
      const lines = sections.map(s => s.dataset.row.trimEnd() + "," + cell(answer(s)) + "," + cell(note(s)));
      const header = document.querySelector("#rows").dataset.header.trimEnd();
      const link = document.createElement("a");
      const sheet = [header, ...lines].join("\\r\\n") + "\\r\\n";
      link.href = URL.createObjectURL(new Blob([sheet], { type: "text/csv" }));
      link.download = "judged.csv";
      link.click();
      URL.revokeObjectURL(link.href);
    });
    count();

    """
