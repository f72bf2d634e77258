/// The report's own layout: one column to read, the sections beside it where there is room.
let reportStyle: StaticString = """
    body { display: grid; grid-template-columns: minmax(0, 1fr); padding: 0 1.1rem 4rem; }
    .top, main, nav { width: 100%; max-width: 44rem; margin-inline: auto; }
    .top { padding-top: 3rem; }
    .skip { position: absolute; left: -99rem; padding: .5rem 1rem; background: var(--card); z-index: 2; }
    .skip:focus { left: 1rem; top: 1rem; }
    .eyebrow { margin: 0; color: var(--soft); font-size: .85rem; letter-spacing: .04em; }
    h1 { font-size: clamp(2rem, 1.4rem + 3vw, 3.1rem); margin: .2rem 0 .6rem; letter-spacing: -.01em; }
    h2 { font-size: 1.75rem; margin: 0 0 .6rem; }
    h3 { font-size: 1.15rem; margin: 0 0 .2rem; }
    .lede { font: 1.2rem/1.5 var(--serif); margin: 0 0 1.6rem; color: var(--soft); }
    .figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(6.4rem, 1fr)); gap: 1.1rem .9rem;
      margin: 0; padding: 1.1rem 0; border-block: 1px solid var(--line); }
    .figures div { display: flex; flex-direction: column-reverse; justify-content: flex-end; }
    .figures dt { color: var(--soft); font-size: .82rem; line-height: 1.3; }
    .figures dd { margin: 0; font: 600 1.7rem/1.2 var(--serif); }
    nav { margin-block: 1.4rem 0; font-size: .92rem; }
    nav ol { display: flex; flex-wrap: wrap; gap: .2rem 1.1rem; list-style: none; margin: 0; padding: 0; }
    nav a { display: inline-block; padding: .3rem 0; color: var(--soft); text-decoration-color: var(--line); }
    nav a:hover { color: var(--blue); }
    section { margin-top: 4rem; scroll-margin-top: 1rem; }
    section > p { max-width: 38rem; }
    section > h3 { margin-top: 2.2rem; }
    figure { margin: 1.8rem 0 0; }
    h2 + figure { margin-top: .2rem; }
    figcaption { color: var(--soft); font-size: .9rem; line-height: 1.45; margin-bottom: 1rem; max-width: 38rem; }
    .plot { display: block; overflow: visible; font-family: var(--sans); }
    .plot text { fill: var(--ink); font-size: 13.5px; }
    .plot .value, .plot .tick { fill: var(--soft); font-size: 12.5px; }
    .plot .head { fill: var(--soft); font-size: 12.5px; font-style: italic; }
    .plot .value, .plot .end { text-anchor: end; }
    .plot .mid, .plot .in { text-anchor: middle; }
    .plot .in { font-size: 12px; }
    .over { overflow: visible; }
    .narrow { display: none; }
    .blue { fill: var(--blue); } .orange { fill: var(--orange); } .green { fill: var(--green); }
    .grey { fill: var(--grey); } .light { fill: var(--light); } .track { fill: var(--track); }
    .heat { fill: var(--track); }
    .h1 { fill: color-mix(in srgb, var(--blue) 22%, var(--paper)); }
    .h2 { fill: color-mix(in srgb, var(--blue) 42%, var(--paper)); }
    .h3 { fill: color-mix(in srgb, var(--blue) 72%, var(--paper)); }
    .h4 { fill: var(--blue); }
    .plot .deep { fill: var(--paper); }
    .tie { fill: none; stroke: var(--orange); opacity: .75; vector-effect: non-scaling-stroke; }
    .open { stroke: var(--grey); stroke-dasharray: 6 5; }
    .tip { fill: var(--orange); } .node { fill: var(--ink); }
    .rule { stroke: var(--line); } .span { stroke: var(--grey); stroke-width: 2; }
    .dot { fill: var(--paper); stroke: var(--blue); stroke-width: 2.5; } .first { fill: var(--blue); }
    .legend { display: flex; flex-wrap: wrap; gap: .2rem 1.2rem; list-style: none; margin: 0 0 .9rem; padding: 0;
      color: var(--soft); font-size: .85rem; }
    .legend svg { margin-right: .4rem; vertical-align: -1px; }
    .stories { list-style: none; margin: 0; padding: 0; }
    .stories li { padding: .9rem 0 .7rem; border-top: 1px solid var(--line); }
    .stories p { margin: 0; }
    .stories .title { font: 600 1.06rem/1.35 var(--serif); }
    .stories .title a { color: inherit; text-decoration-color: var(--line); }
    .meta, .note { color: var(--soft); font-size: .87rem; }
    .strip { margin-top: .5rem; }
    .axis { border-top: 1px solid var(--line); }
    .utterance { margin-top: 1.6rem; padding-top: 1.3rem; border-top: 1px solid var(--line); }
    .utterance figure { margin-top: .9rem; }
    blockquote { margin: .3rem 0 0; padding-left: 1rem; border-left: 3px solid var(--blue);
      font: 1.08rem/1.5 var(--serif); }
    details { margin-top: .9rem; }
    summary { cursor: pointer; color: var(--blue); font-size: .9rem; padding: .4rem 0; width: fit-content; }
    .scroll { overflow-x: auto; margin-top: .4rem; }
    section > .scroll { margin-top: 1.4rem; }
    table { border-collapse: collapse; width: 100%; font-size: .87rem; line-height: 1.4; }
    caption { text-align: left; color: var(--soft); padding-bottom: .4rem; }
    th, td { text-align: left; vertical-align: top; padding: .35rem .9rem .35rem 0; border-top: 1px solid var(--line);
      min-width: 4rem; }
    thead th { border-top: 0; color: var(--soft); font-weight: 500; }
    tbody th { font-weight: 500; min-width: 9rem; overflow-wrap: anywhere; }
    .n { text-align: right; white-space: nowrap; }
    @media (max-width: 36rem) {
      .narrow { display: inline; }
      .wide { display: none; }
      table { font-size: .8rem; }
      th, td { min-width: 0; padding-right: .6rem; }
      tbody th { min-width: 5.5rem; }
    }
    @media (min-width: 72rem) {
      body { grid-template-columns: minmax(0, 1fr) 44rem minmax(0, 1fr); column-gap: 3rem; }
      .top, main { grid-column: 2; }
      nav { grid-column: 1; grid-row: 2; position: sticky; top: 2rem; align-self: start; max-width: 12rem;
        margin: 4.4rem 0 0 auto; }
      nav ol { flex-direction: column; gap: .1rem; }
    }
    @media print {
      :root { --paper: #fff; --card: #fff; --ink: #000; --soft: #333; --line: #bbb; --track: #eee;
        --blue: #0067a6; --orange: #c75c00; --green: #00805d; --grey: #8f8a80; --light: #a9cbe3; }
      body { display: block; font-size: 10pt; padding: 0; }
      .top, main { max-width: none; }
      nav, .skip, summary { display: none; }
      section { margin-top: 2rem; }
      svg, .stories li, blockquote, tr { break-inside: avoid; }
      .utterance { break-inside: avoid; }
      h2, h3, figcaption, caption, thead, .legend { break-after: avoid; }
      .scroll { overflow: visible; }
      table { font-size: 8pt; }
      th, td, tbody th { min-width: 0; padding-right: .6rem; white-space: normal; }
      details::details-content { content-visibility: visible; display: block; height: auto; }
      * { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
    }

    """
