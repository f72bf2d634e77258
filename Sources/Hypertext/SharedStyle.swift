/// Colours, type and spacing of all pages. The colours are Okabe and Ito's (2008), told apart by colour-blind people;
/// in the dark they are lightened.
let sharedStyle: StaticString = """
    :root {
      color-scheme: light dark;
      --paper: #fdfcf9; --card: #f5f2ea; --ink: #1d1c1a; --soft: #5e5a53; --line: #ded9cd; --track: #ece8de;
      --blue: #0067a6; --orange: #c75c00; --green: #00805d; --grey: #8f8a80; --light: #a9cbe3; --mark: #fbe3a6;
      --serif: "Iowan Old Style", "Palatino Linotype", Palatino, "Source Serif 4", Georgia, "Liberation Serif", serif;
      --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Liberation Sans", Arial, sans-serif;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --paper: #161719; --card: #1f2124; --ink: #e9e6df; --soft: #a8a49b; --line: #35373b; --track: #2a2c30;
        --blue: #6db8ea; --orange: #f0a04b; --green: #4cc79f; --grey: #85827b; --light: #2f556e; --mark: #5c4a16;
      }
    }
    * { box-sizing: border-box; }
    html { -webkit-text-size-adjust: 100%; scroll-behavior: smooth; }
    @media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
    body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.6 var(--sans);
      font-variant-numeric: tabular-nums; overflow-wrap: break-word; }
    h1, h2, h3 { font-family: var(--serif); font-weight: 600; line-height: 1.2; text-wrap: balance; }
    a { color: var(--blue); text-underline-offset: .15em; }
    :focus-visible { outline: 3px solid var(--orange); outline-offset: 2px; border-radius: 2px; }
    mark { background: var(--mark); color: inherit; }

    """
