import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PageAnswer } from '../../src/core/page-answer';
import { selectPassage } from '../fixtures/capture/select';
import { type Driver, inBothBrowsers, until } from './driver/index';
import { openJournal, waitForLinks } from './journal-page';
import { type Site, serve } from './site';

/** Passages between ⟦ and ⟧, each with what else stands on its page: before it, far above, and after it, far below. */
const PASSAGES: Record<string, { here: string; above?: string; below?: string }> = {
  'a word that is there five times': {
    above: '<p>The sea is wide. A sea of trees.</p>',
    here: '<p>They went down to the ⟦sea⟧ in ships.</p>',
    below: '<p>By the sea.</p><ul><li>sea</li></ul>',
  },
  'a word between the same words in another order': {
    above: '<p>one two three</p>',
    here: '<p>three ⟦two⟧ one</p>',
    below: '<p>two three one</p>',
  },
  'a part of a word': { above: '<p>believe</p>', here: '<p>An un⟦believ⟧able story.</p>' },
  'a whole paragraph': {
    above: '<p>In the beginning was nothing.</p>',
    here: `<p>⟦In the beginning was the <b>word</b>, and ${'so it went on, '.repeat(40)}until the end.⟧</p>`,
    below: '<p>until the end.</p>',
  },
  'a paragraph by a triple click': {
    above: '<p>Only this one. Not this.</p>',
    here: '<p>⟦Only this one.</p><p>⟧And not this.</p>',
  },
  'several paragraphs': {
    above: '<p>First of all, hear.</p><p>And then be silent.</p>',
    here: '<h2>First of ⟦all</h2><p>hear what I say.</p><p>And⟧ then be silent.</p>',
  },
  'lines of verse': { above: '<p>Roses are blue</p>', here: '<p>⟦Roses are red<br>violets are blue⟧</p>' },
  'items of a list': {
    above: '<ol><li>bread<li>milk<li>salt</ol>',
    here: '<ul><li>bread</li><li>⟦milk<ul><li>cold</li></ul></li><li>butter⟧</li></ul>',
  },
  'a cell among cells alike': {
    above: '<table><tr><td>1<td>yes<tr><td>2<td>yes</table>',
    here: '<table><tr><td>3<td>⟦yes⟧<tr><td>4<td>yes</table>',
  },
  'cells of a table': {
    above: '<table><tr><th>Name<th>Age<tr><td>Ann<td>3</table>',
    here: '<table><tr><th>Name<th>Age<tr><td>⟦Bob<td>4<tr><td>Cy<td>5⟧</table>',
  },
  'lines of code': {
    above: '<pre>for i in range(3):\n    print(i)</pre>',
    here: '<pre><code><span>for</span> i <span>in</span> range(4):\n⟦    <b>if</b> i:\n\n        print(i)⟧\n</code></pre>',
  },
  'words with spaces in code': { above: '<pre>a b</pre>', here: '<pre>x = ⟦a   b⟧</pre>' },
  Japanese: {
    above: '<p>東京都に住んでいます。</p>',
    here: '<p>これは日本語の文章です。⟦東京都⟧には行きました。</p>',
  },
  'Japanese with readings': { here: '<p>⟦<ruby>日本語<rt>にほんご</rt></ruby>の文章です。それから読みます。⟧</p>' },
  Thai: { above: '<p>สวัสดี</p>', here: '<p>สวัสดีครับ⟦ผมชื่อ⟧สมชาย</p>' },
  Arabic: { above: '<p dir="rtl">هذا نص طويل</p>', here: '<p dir="rtl">هذا ⟦نص عربي⟧ قصير</p>' },
  'signs of the syntax': {
    above: '<p>a-b, c&amp;d</p>',
    here: '<p>(⟦a-b, -c &amp; d,-e: 100 %⟧) #:~:text=</p>',
  },
  'typographic signs': { above: '<p>L’été dernier</p>', here: '<p>« ⟦L’É&shy;té&nbsp;— “in&shy;dien”⟧ »</p>' },
  'around a picture and a note': { here: '<p>The ⟦word <img alt="x" src="data:,"> here<sup>[1]</sup> is meant⟧.</p>' },
};

/** Selections that lead nowhere. */
const NOWHERE: Record<string, string> = {
  'a text area': '<p>typed words</p><textarea>⟦typed words⟧</textarea>',
  'a line of a form': '<input value="⟦typed⟧ words">',
  'what is being edited': '<div contenteditable><p>⟦typed words⟧</p></div>',
  'a picture': '<p id="passage"><img alt="words" src="data:,"></p>',
  'what is there twice, between the same lines': '<p>so</p><p>⟦once more⟧</p><p>so</p><p>once more</p><p>so</p>',
  'a component': `<x-y></x-y><script>
    document.querySelector('x-y').attachShadow({ mode: 'open' }).innerHTML = '<p>⟦inner words⟧</p>';</script>`,
};

const HEAD = '<!doctype html><meta charset="utf-8"><title>A page</title>';
const FAR = '<div style="height: 3000px"></div>';
const POEM = `${HEAD}<script>addEventListener('scroll', () => { localStorage.scrolled = scrollY; });</script>
${FAR}<p>They dined on <i id="passage">mince</i>, and slices of quince.</p>${FAR}`;

function pageOf({ here, above = '', below = '' }: { here: string; above?: string; below?: string }): string {
  return `${HEAD}${above}${FAR}<section id="here">${here}</section>${FAR}${below}`;
}

inBothBrowsers('anchors', (browser) => {
  let driver: Driver;
  let site: Site;
  let script: string;

  beforeAll(async () => {
    const pages: Record<string, string> = { poem: POEM, blank: HEAD, end: `${HEAD}${FAR}<p id="here">⟦the end⟧</p>` };
    for (const [name, parts] of Object.entries(PASSAGES)) pages[name] = pageOf(parts);
    for (const [name, here] of Object.entries(NOWHERE)) pages[name] = HEAD + here;
    // As they are found again, the marks are gone.
    for (const [name, html] of Object.entries(pages)) pages[`again/${name}`] = html.replace(/[⟦⟧]/g, '');
    site = await serve({ pages });
    driver = await browser.driver();
    const dist = browser.name === 'chromium' ? 'dist/chrome' : 'dist/firefox';
    script = readFileSync(path.resolve(dist, 'capture.js'), 'utf8');
  });
  afterAll(() => site.close());

  /** The anchor of what is marked in a page of the site. */
  async function anchorOf(name: string): Promise<string> {
    await driver.goto(site.url + name);
    await driver.eval(selectPassage);
    // biome-ignore lint/security/noGlobalEval: what is run is our own script, in a page of the test's
    return (await driver.eval((text) => globalThis.eval(text) as PageAnswer, script)).anchor;
  }

  /** Opens an address, and waits until the passage is in sight, and nothing of what stands far from it. */
  async function leadsHere(address: string): Promise<void> {
    await driver.goto(address);
    const inSight = () => {
      const { top, bottom } = document.querySelector('#here')?.getBoundingClientRect() ?? { top: -1, bottom: -1 };
      return scrollY > 1000 && top >= 0 && bottom <= innerHeight;
    };
    await until(() => driver.eval(inSight), `the passage of ${address} to be in sight`);
  }

  test.each(Object.keys(PASSAGES))('lead back to %s', async (name) => {
    const anchor = await anchorOf(name);
    expect(anchor).toMatch(/^:~:text=./);
    await leadsHere(`${site.url}again/${name}#${anchor}`);
  });

  test('lead to the end of a long page, and where the address has a fragment of its own', async () => {
    const anchor = await anchorOf('end');
    await leadsHere(`${site.url}again/end#${anchor}`);
    await leadsHere(`${site.url}again/end#/route${anchor}`);
  });

  test.each(Object.keys(NOWHERE))('are not written for %s', async (name) => {
    expect(await anchorOf(name)).toBe('');
  });

  test('are not written in a frame', async () => {
    await driver.goto(`${site.url}again/poem`);
    const answer = await driver.eval((text) => {
      const frame = document.body.appendChild(document.createElement('iframe'));
      const inner = frame.contentWindow as Window & typeof globalThis;
      inner.document.body.textContent = 'words in a frame';
      inner.getSelection()?.selectAllChildren(inner.document.body);
      return inner.eval(text) as PageAnswer;
    }, script);
    expect(answer).toMatchObject({ quote: 'words in a frame', anchor: '', top: false });
  });

  test('a click on Open at the quote opens the page at the passage', async () => {
    await driver.goto(`${site.url}poem`);
    await driver.eval(selectPassage);
    await driver.command('save-now');
    await until(async () => (await driver.badge()) === '✓', 'the badge to say it is saved');
    await openJournal(driver);
    await waitForLinks(driver, 1);
    expect(await driver.eval(() => document.querySelector('.at-quote a')?.getAttribute('aria-label'))).toBe(
      'Open at the quote “mince”',
    );
    await driver.click('.at-quote a');
    const opened = (url: string) => url.startsWith(`${site.url}poem`);
    await until(async () => (await driver.tabs()).some(opened), 'the page in a tab of its own');
    await driver.goto(`${site.url}blank`);
    await until(() => driver.eval(() => Number(localStorage.scrolled) > 1000), 'that page to be scrolled');
  });

  test('no error was left uncaught', async () => {
    expect(await driver.errors()).toEqual([]);
  });
});
