namespace NegotiationRules.Explanation.Rendering;

/// <summary>How the HTML page looks: a light and a dark dress, and one for paper.</summary>
internal static class HtmlStyle
{
    public const string Sheet = """
            :root {
              color-scheme: light dark;
              --ink: #1c2128; --soft: #59636e; --page: #f6f7f9; --card: #ffffff; --line: #dde2e8;
              --good: #17722f; --good-wash: #e3f5e7; --bad: #b8202b; --bad-wash: #fdeaea;
              --open: #0a53a8; --open-wash: #e5f0fd; --warn: #8a5a00; --warn-wash: #fdf2d5; --idle-wash: #eceff2;
            }
            @media (prefers-color-scheme: dark) {
              :root {
                --ink: #e3e8ee; --soft: #98a3af; --page: #0e1217; --card: #161b22; --line: #2c343d;
                --good: #57c46f; --good-wash: #12301b; --bad: #ff7b74; --bad-wash: #3b1618;
                --open: #74b3ff; --open-wash: #11294a; --warn: #e3b341; --warn-wash: #35280a; --idle-wash: #232a32;
              }
            }
            .satisfied { --mark: var(--good); --wash: var(--good-wash); }
            .violated { --mark: var(--bad); --wash: var(--bad-wash); }
            .unknown, .pending { --mark: var(--open); --wash: var(--open-wash); }
            .warning { --mark: var(--warn); --wash: var(--warn-wash); }
            .note, .notApplicable { --mark: var(--soft); --wash: var(--idle-wash); }

            * { box-sizing: border-box; }
            body { margin: 0 auto; max-width: 54rem; padding: 2.5rem 1.25rem 4rem;
              background: var(--page); color: var(--ink);
              font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; overflow-wrap: anywhere; }
            h1, h2 { display: flex; flex-wrap: wrap; align-items: center; gap: .4rem .8rem; line-height: 1.25; font-weight: 650; }
            h1 { margin: 0 0 .9rem; font-size: 1.8rem; letter-spacing: -.015em; }
            h2 { margin: 0 0 .9rem; font-size: 1.3rem; letter-spacing: -.01em; }
            section { margin-top: 2.2rem; padding-top: 1.8rem; border-top: 1px solid var(--line); }
            time { white-space: nowrap; }
            a { color: inherit; text-decoration-color: var(--soft); text-underline-offset: .15em; }

            .badge { padding: .1em .65em; border-radius: 1em; background: var(--wash); color: var(--mark);
              font-size: .8rem; font-weight: 600; line-height: 1.6; letter-spacing: 0; white-space: nowrap; }
            h1 .badge { font-size: 1rem; }
            .premises { margin: -.4rem 0 1rem; color: var(--soft); }
            .summary { margin: .6rem 0; padding: .6rem 1rem; border-left: .3rem solid var(--mark); border-radius: .5rem;
              background: var(--wash); }
            .summary > a { display: block; padding-left: 1.5rem; font-size: 1.1rem; font-weight: 600; text-decoration: none; }
            .summary > a:hover { text-decoration: underline; }
            .summary ul { margin: .3rem 0 0; padding-left: 2.6rem; }

            .filter { margin-top: 1.4rem; }
            .filter fieldset { display: flex; flex-wrap: wrap; align-items: baseline; gap: .35rem; margin: 0 0 .5rem; padding: 0;
              border: 0; }
            .filter legend { float: left; min-width: 5rem; padding: 0; color: var(--soft); font-size: .9rem; }
            @media (min-width: 40rem) { .filter fieldset { padding-left: 5.4rem; } .filter legend { margin-left: -5.4rem; } }
            .filter label { position: relative; padding: .15rem .7rem; border: 1px solid var(--line); border-radius: 1em;
              background: var(--card); font-size: .9rem; cursor: pointer; }
            .filter label:has(:checked) { border-color: var(--open); background: var(--open-wash); }
            .filter label:has(:focus-visible) { outline: 2px solid var(--open); outline-offset: 1px; }
            .filter input { position: absolute; opacity: 0; }
            .filter small { color: var(--soft); }
            .filter p { margin: 0; color: var(--soft); font-size: .85rem; }

            .rule { margin: .6rem 0; border: 1px solid var(--line); border-left: .25rem solid var(--mark); border-radius: .5rem;
              background: var(--card); }
            .rule:target { outline: 2px solid var(--mark); }
            .rule:target::details-content { content-visibility: visible; block-size: auto; }
            .head { display: flex; flex-wrap: wrap; align-items: baseline; gap: .1rem .7rem; padding: .55rem 1rem; }
            .head b { flex: 1 1 16rem; font-weight: 600; }
            .remarks { flex-basis: 100%; color: var(--soft); font-size: .85rem; }
            summary { cursor: pointer; border-radius: .4rem; }
            summary:focus-visible, a:focus-visible { outline: 2px solid var(--open); outline-offset: 1px; }
            summary.head { list-style: none; }
            summary.head::-webkit-details-marker { display: none; }
            summary.head b::after { content: "▸"; display: inline-block; margin-left: .5em; color: var(--soft); font-size: .8em; }
            details[open] > summary.head b::after { content: "▾"; }
            .body { padding: 0 1rem .8rem; }
            .reason { margin: 0 0 .6rem; font-size: 1.05rem; }
            .rest > summary { padding: .3rem .2rem; color: var(--soft); font-size: .95rem; font-weight: 600; }
            .rest { margin-top: 1.2rem; }
            .rest .rule { margin: .3rem 0; }
            .rest .head { padding: .35rem .9rem; }
            .aside { margin: .8rem .2rem; color: var(--soft); }

            .why { margin: 0; padding-left: 1.5rem; list-style: none; }
            .why .why { margin-left: -.95rem; padding-left: 1.9rem; border-left: 1px solid var(--line); }
            .why li { margin: .2rem 0; }
            .why li.note, .why li.notApplicable { color: var(--soft); }
            .points { margin: 0; padding-left: 1.1rem; list-style: "· "; }
            .points li { margin: 0; }
            .sign { display: inline-block; width: 1.5rem; margin-left: -1.5rem; color: var(--mark); font-weight: 700; }
            figure { margin: .8rem 0 0; padding-left: .9rem; border-left: .2rem solid var(--line); }
            blockquote { margin: 0; font-family: Georgia, "Times New Roman", serif; font-style: italic; }
            figcaption { color: var(--soft); font-size: .88rem; }
            cite { font-style: normal; }

            @media print {
              :root { --ink: #000; --soft: #444; --page: #fff; --card: #fff; --line: #bbb;
                --good: #17722f; --bad: #b8202b; --open: #0a53a8; --warn: #8a5a00; --good-wash: #fff;
                --bad-wash: #fff; --open-wash: #fff; --warn-wash: #fff; --idle-wash: #fff; }
              body { max-width: none; padding: 0; font-size: 10pt; }
              .badge, .summary { border: 1px solid; }
              .filter { display: none; }
              .rule, figure { break-inside: avoid; }
              h2, .head { break-after: avoid; }
              details::details-content { content-visibility: visible; }
              summary.head b::after { content: none !important; }
              summary { list-style: none; }
            }
        """;
}
