/** What the pages of a site have beside those of a file. */
export const SITE_STYLE = `
nav.site, nav.ways { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0.3rem 1.2rem; }
nav.site { margin-bottom: 2.5rem; font-size: 0.9rem; color: var(--muted); }
nav.site > a { font: 700 1rem var(--serif); color: var(--ink); overflow-wrap: anywhere; }
nav.site > span { display: flex; gap: 1.2rem; }
nav.site a, nav.ways a { text-decoration: none; }
nav.site a:hover, nav.ways a:hover { text-decoration: underline; }
nav.ways { display: grid; grid-template-columns: 1fr auto 1fr; font-size: 0.9rem; color: var(--muted); }
nav.ways > :last-child { text-align: end; }
h2 a, h3 a { text-decoration: none; }
h2 a:hover, h3 a:hover { text-decoration: underline; }
.listed h2 { font: 650 1.15rem/1.3 var(--serif); margin: 1.75rem 0 0.3rem; }
.listed ul, .columns { list-style: none; margin: 0; padding: 0; }
.listed li { padding: 0.2rem 0; overflow-wrap: anywhere; }
.listed span, .columns span { color: var(--muted); font-size: 0.84rem; margin-inline-start: 0.5rem; }
.archive { margin-top: 3rem; border-top: 3px double var(--rule); }
.archive h2 { font: 700 1.6rem/1.2 var(--serif); margin: 1.5rem 0 0; }
.archive h3 { font: 650 1.15rem/1.3 var(--serif); margin: 1.25rem 0 0.4rem; }
.columns { columns: 15rem; column-gap: 2rem; }
main > .columns { margin-top: 1.5rem; }
.columns li { break-inside: avoid; padding: 0.15rem 0; overflow-wrap: anywhere; }
article:target > :first-child { text-decoration: underline var(--accent) 2px; text-underline-offset: 0.2em; }
@media print { nav { display: none !important; } }
`;
