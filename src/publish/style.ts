/**
 * The look of what is published: the daily page's, without what is worked with. Colours and type are those of `look.css` (a test
 * compares them); browsers of all ages read this, so the dark ones stand in a media query.
 */
export const STYLE = `
:root {
  color-scheme: light dark;
  --paper: #fbfaf6; --sheet: #ffffff; --ink: #1f1e1b; --muted: #67635a; --rule: #e3dfd5; --accent: #14694d; --accent-soft: #e4f1eb;
  --serif: "Iowan Old Style", Charter, "Bitstream Charter", "Source Serif 4", Georgia, "Noto Serif", serif;
  --sans: system-ui, sans-serif;
  --mono: ui-monospace, "Cascadia Mono", "DejaVu Sans Mono", Menlo, monospace;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --paper: #16181b; --sheet: #1d2024; --ink: #e8e5de; --muted: #a09b90; --rule: #30343a; --accent: #5fd0a6; --accent-soft: #1c332a;
  }
}
* { box-sizing: border-box; }
html { font-size: clamp(100%, 0.55vw + 0.45rem, 175%); -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0 auto; padding: 2.5rem 1.25rem 5rem; max-width: 45rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.55 var(--sans); }
a { color: inherit; text-decoration-color: var(--accent); text-underline-offset: 0.18em; }
a:hover { color: var(--accent); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 3px; }
header { border-bottom: 3px double var(--rule); padding-bottom: 1rem; }
header p { margin: 0; color: var(--muted); }
h1 { font: 700 clamp(2rem, 7vw, 2.75rem)/1.15 var(--serif); letter-spacing: -0.01em; margin: 0.15rem 0 0.4rem; overflow-wrap: anywhere;
  text-wrap: balance; }
section.day > h2 { font: 700 1.6rem/1.2 var(--serif); margin: 3rem 0 0; padding-bottom: 0.5rem; border-bottom: 1px solid var(--rule); }
section.day:first-child > h2 { margin-top: 1.75rem; }
article { padding-block: 1.5rem; border-bottom: 1px solid var(--rule); }
article:last-child { border-bottom: 0; }
article > :is(h2, h3) { font: 650 1.32rem/1.3 var(--serif); margin: 0; text-wrap: pretty; overflow-wrap: anywhere; }
article > :is(h2, h3) a { text-decoration: none; }
article > :is(h2, h3) a:hover { text-decoration: underline; }
.meta { display: flex; flex-wrap: wrap; gap: 0.1rem 0.9rem; margin: 0.25rem 0 0; color: var(--muted); font-size: 0.84rem;
  font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
article > blockquote { margin: 1rem 0 0; padding: 0.1rem 0; padding-inline-start: 1.1rem; border-inline-start: 3px solid var(--accent);
  font-family: var(--serif); font-size: 1.05rem; }
blockquote blockquote { margin: 0.6rem 0; padding-inline-start: 1rem; border-inline-start: 2px solid var(--rule); }
/* A quote may mix scripts: each paragraph runs in its own direction. */
:is(blockquote, .note) :is(p, li, td, th) { white-space: pre-wrap; overflow-wrap: anywhere; unicode-bidi: plaintext; }
:is(blockquote, .note) > p { margin: 0 0 0.7rem; }
:is(blockquote, .note) > :last-child { margin-bottom: 0; }
:is(blockquote, .note) :is(ul, ol) { margin: 0.4rem 0; padding-inline-start: 1.4rem; }
:is(blockquote, .note) li > p { margin: 0.3rem 0; }
.note { margin: 0.9rem 0 0; }
.day-note { margin: 1.25rem 0 0; font: italic 1.1rem/1.55 var(--serif); }
pre { font: 0.78rem/1.35 var(--mono); overflow-x: auto; background: var(--sheet); border: 1px solid var(--rule); border-radius: 6px;
  padding: 0.8rem 1rem; margin: 0.6rem 0; tab-size: 8; }
code { font: 0.88em var(--mono); white-space: pre-wrap; }
.wide { overflow-x: auto; margin: 0.6rem 0; }
table { border-collapse: collapse; font: 0.9rem/1.4 var(--sans); }
:is(blockquote, .note) :is(th, td) { overflow-wrap: normal; border: 1px solid var(--rule); padding: 0.2rem 0.6rem; }
:is(th, td):not([align]) { text-align: start; }
hr { border: 0; border-top: 1px solid var(--rule); }
.tags { display: flex; flex-wrap: wrap; gap: 0.4rem; list-style: none; margin: 0.9rem 0 0; padding: 0; }
.tags li { background: var(--accent-soft); color: var(--accent); border-radius: 99px; padding: 0.06rem 0.65rem; font-size: 0.82rem;
  overflow-wrap: anywhere; }
.tags a { color: inherit; text-decoration: none; }
.tags a:hover { text-decoration: underline; }
@media print {
  :root { color-scheme: light; }
  @page { margin: 18mm 16mm; }
  html { font-size: 11pt; }
  body { padding: 0; max-width: none; background: none; }
  article { border-color: #ccc; }
  h2, h3 { break-after: avoid; }
  pre, tr, .tags { break-inside: avoid; }
  pre { white-space: pre-wrap; }
  article > :is(h2, h3) a::after { content: attr(href); display: block; font: 0.7rem/1.4 var(--mono); color: var(--muted);
    direction: ltr; unicode-bidi: isolate; }
  .tags { gap: 0 0.8rem; }
  .tags li { padding: 0; background: none; color: var(--muted); }
}
`;
