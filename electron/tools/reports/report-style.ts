/** How an HTML report looks on a screen, light or dark, and on paper. Changing it changes the report's own policy. */
export const reportStyle = `
:root { color-scheme: light dark; --ink: #1b1f1f; --muted: #5c6666; --line: #d9dede; --sunken: #f4f6f6; --canvas: #ffffff; --accent: #0d6460; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6eaea; --muted: #9aa5a5; --line: #38403f; --sunken: #1f2525; --canvas: #161a1a; --accent: #6fc7bf; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--canvas); color: var(--ink); font: 16px/1.55 system-ui, -apple-system, "Segoe UI", sans-serif; }
main { max-width: 54rem; margin: 0 auto; padding: 3rem 1.5rem 4rem; overflow-wrap: break-word; }
h1 { margin: 0 0 .25rem; font-size: 1.9rem; line-height: 1.2; text-wrap: balance; }
h2 { margin: 0 0 .25rem; font-size: 1.3rem; line-height: 1.3; }
h3, h4, h5, h6 { margin: 1.5rem 0 .5rem; font-size: 1.05rem; }
section { margin-top: 2.5rem; padding-top: 1.5rem; border-top: 1px solid var(--line); }
p, ul, ol, blockquote { margin: .75rem 0; }
.origin { margin: 0 0 1rem; color: var(--muted); font-size: .85rem; }
.note { color: var(--muted); font-size: .9rem; font-style: italic; }
nav { margin: 1.5rem 0 0; }
a { color: var(--accent); }
li > p { margin: .25rem 0; }
blockquote { padding-left: 1rem; border-left: 3px solid var(--line); color: var(--muted); }
code { font: .875em/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; }
pre { overflow-x: auto; margin: .75rem 0; padding: .75rem 1rem; border: 1px solid var(--line); border-radius: .5rem; background: var(--sunken); }
.frame { overflow: auto; max-height: 36rem; margin: 1rem 0; border: 1px solid var(--line); border-radius: .5rem; }
table { width: 100%; border-collapse: collapse; font-size: .9rem; }
th, td { padding: .4rem .75rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; unicode-bidi: isolate; }
th { position: sticky; top: 0; background: var(--sunken); color: var(--muted); font-weight: 600; }
tbody tr:last-child td { border-bottom: 0; }
th, td { min-width: 5.5rem; }
.figure { text-align: right; font-variant-numeric: tabular-nums; }
td.figure { white-space: nowrap; }
hr { margin: 1.5rem 0; border: 0; border-top: 1px solid var(--line); }
figure { margin: 1rem 0; padding: 1rem; border: 1px solid var(--line); border-radius: .5rem; background: #ffffff; }
img { display: block; max-width: 100%; height: auto; margin: 0 auto; }
details { margin: 1rem 0; }
summary { color: var(--muted); font-size: .9rem; cursor: pointer; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
@media print {
  :root { color-scheme: light; --ink: #000000; --muted: #444444; --line: #bbbbbb; --sunken: #f4f4f4; --canvas: #ffffff; --accent: #000000; }
  body { font-size: 11pt; }
  main { max-width: none; padding: 0; }
  .frame { max-height: none; overflow: visible; }
  pre { white-space: pre-wrap; overflow-wrap: anywhere; }
  thead { display: table-header-group; }
  /* Paper does not scroll: a wide table becomes narrow. A figure stays whole, or it would be read as two. */
  table { font-size: 8pt; }
  th, td { min-width: 0; padding: .25rem .35rem; overflow-wrap: anywhere; }
  th { position: static; }
  tr, figure, pre { break-inside: avoid; }
  h2, h3 { break-after: avoid; }
  /* What is behind an answer is part of it on paper. */
  details::details-content { display: block; content-visibility: visible; }
}
`
