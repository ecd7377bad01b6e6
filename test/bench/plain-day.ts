/*
 * A page of one day with nothing around it: the database as it is, and plain elements. The least that our page of a day can be.
 */
import type { Link } from '../../src/core/link';

const FIRST = 30;

function element(name: string, text: string, ...children: Element[]): HTMLElement {
  const made = document.createElement(name);
  if (text) made.textContent = text;
  made.append(...children);
  return made;
}

function card({ title, site, url, quotes, note, tags }: Link): Element {
  const link = element('a', title);
  link.setAttribute('href', url);
  const meta = element('p', `${site} ${new URL(url).host}`);
  meta.className = 'meta';
  const list = element('ul', '', ...tags.map((tag) => element('li', tag)));
  list.className = 'tags';
  const acts = element('div', '', ...['Edit', 'Copy', 'Delete'].map((text) => element('button', text)));
  const heading = element('h2', '', link);
  const made = element('article', '', heading, meta, ...quotes.map(({ text }) => element('blockquote', text)));
  made.append(element('p', note), list, acts);
  made.className = 'card';
  return made;
}

const opening = indexedDB.open('daily-shaarli');
opening.onsuccess = () => {
  const day = location.hash.slice(2);
  const asked = opening.result.transaction('links').objectStore('links').index('days').getAll(day);
  asked.onsuccess = () => {
    const main = element('main', '', element('h1', day), ...(asked.result as Link[]).slice(0, FIRST).map(card));
    const page = element('div', '', main);
    page.className = 'page';
    document.body.append(page);
  };
};
