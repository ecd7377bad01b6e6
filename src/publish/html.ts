import { articles } from './article';
import { escapeMarkup } from './escape';
import { PAGE_END, pageStart } from './page';
import type { Form, Publication, Words } from './publication';
import { STYLE } from './style';

/** A page that is one file: it loads nothing, runs nothing, and can be read, printed and mailed as it is. */
export const html: Form = { id: 'html', label: 'formHtml', extension: 'html', mime: 'text/html', write };

async function* write({ title, oneDay, count, days }: Publication, words: Words): AsyncGenerator<string> {
  yield pageStart({
    language: words.language,
    title,
    head: `<style>${STYLE}</style>`,
    allowed: "style-src 'unsafe-inline'",
  });
  yield `<header>
<h1 dir="auto">${escapeMarkup(title)}</h1>
<p>${escapeMarkup(words.links(count))}</p>
</header>
<main>
`;
  for await (const day of days) {
    if (oneDay) yield articles(day, words, { heading: 'h2' });
    else {
      const heading = `<h2><time datetime="${day.day}">${escapeMarkup(words.day(day.day))}</time></h2>`;
      yield `<section class="day">\n${heading}\n${articles(day, words, { heading: 'h3' })}</section>\n`;
    }
  }
  yield `</main>\n${PAGE_END}`;
}
