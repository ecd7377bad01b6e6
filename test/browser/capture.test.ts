import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PageAnswer } from '../../src/core/page-answer';
import { pageSource, selectBoth, selectPassage } from '../fixtures/capture/select';
import { type Driver, inBothBrowsers } from './driver';
import { type Site, serve } from './site';

const folder = path.resolve(import.meta.dirname, '../fixtures');
const fixtures = ['capture', 'sample-day'].flatMap((name) =>
  readdirSync(path.join(folder, name))
    .filter((file) => file.endsWith('.html'))
    .map((file) => path.join(name, file)),
);
const markdownOf = (fixture: string) =>
  readFileSync(path.join(folder, fixture.replace('.html', '.md')), 'utf8').replace(/\n$/, '');

inBothBrowsers('capture', ({ name, driver }) => {
  let site: Site;
  let script: string;

  beforeAll(async () => {
    site = await serve({ folder });
    const dist = name === 'chromium' ? 'dist/chrome' : 'dist/firefox';
    script = readFileSync(path.resolve(dist, 'capture.js'), 'utf8');
  });
  afterAll(() => site.close());

  test.each(fixtures)('%s', async (fixture) => {
    const page = await driver();
    await page.goto(site.url + fixture);
    await page.eval(selectPassage);
    const before = await page.eval(pageSource);
    const answer = await capture(page, script);
    expect(answer.quote).toBe(markdownOf(fixture));
    // Asked again, the page answers the same, and it is as it was.
    expect(await capture(page, script)).toEqual(answer);
    expect(await page.eval(pageSource)).toBe(before);
  });

  test('several ranges are one passage', async () => {
    const page = await driver();
    await page.goto(`${site.url}capture/paragraphs-partial.html`);
    const count = await page.eval(selectBoth, 'em', 'p a');
    const { quote } = await capture(page, script);
    // Only Firefox selects several.
    const both = '*old* … [the boats](https://site.example/boats?x=1&y=2#top)';
    expect(quote).toBe(count === 2 ? both : '*old*');
  });

  test('cells selected one by one are a table of their columns', async () => {
    const page = await driver();
    await page.goto(`${site.url}capture/table-aligned.html`);
    const count = await page.eval(selectBoth, 'tr:nth-child(2) td', 'tr:nth-child(3) td');
    const { quote } = await capture(page, script);
    expect(quote).toBe(count === 2 ? '| |\n| -: |\n| 1 |\n| 20 |' : '1');
  });

  test('items selected one by one are a list', async () => {
    const page = await driver();
    await page.goto(`${site.url}capture/list-reversed.html`);
    const count = await page.eval(selectBoth, 'li:nth-child(1)', 'li:nth-child(3)');
    const { quote } = await capture(page, script);
    expect(quote).toBe(count === 2 ? '- 3\\. three\n- 1\\. … one' : 'three');
  });

  test('a long page takes as long as it is long', async () => {
    const page = await driver();
    await page.goto(`${site.url}capture/nothing.html`);
    const times: number[] = [];
    for (const count of [500, 4000, 500, 4000]) {
      const { length, time } = await page.eval(captureLong, count, script);
      expect(length).toBeGreaterThan(count * 60);
      times.push(time);
    }
    const [short, long] = [Math.min(times[0] ?? 0, times[2] ?? 0), Math.min(times[1] ?? 0, times[3] ?? 0)];
    // Eight times is fair; what looks at everything for everything takes 64 times.
    expect(long / short).toBeLessThan(30);
  });

  test('a page that is too deep to walk over gives its text', async () => {
    const page = await driver();
    await page.goto(`${site.url}capture/nothing.html`);
    await page.eval(() => {
      let inmost: Element = document.body;
      // Deeper than that and Chromium’s own layout gives up.
      for (let depth = 0; depth < 2400; depth++) inmost = inmost.appendChild(document.createElement('div'));
      inmost.textContent = '*deep* down';
      getSelection()?.selectAllChildren(document.body);
    });
    const { quote } = await capture(page, script);
    // Firefox shows nothing that lies so deep.
    expect(quote.split('\n').at(-1)).toBe(name === 'chromium' ? '\\*deep\\* down' : 'Nothing is ⟦⟧selected.');
  });

  test('what is selected by the key for all is what is seen', async () => {
    const page = await driver();
    await page.goto(`${site.url}capture/code-numbered-lines.html`);
    await page.press('Control', 'a');
    expect((await capture(page, script)).quote).toBe(markdownOf('capture/code-numbered-lines.html'));
  });

  test('title and site', async () => {
    const page = await driver();
    await page.goto(`${site.url}sample-day/video.html`);
    expect(await capture(page, script)).toMatchObject({
      quote: '',
      title: 'Véronique Durand "La cigogne aux œufs d’or – Marchandisation de la petite enfance" - YouTube',
      site: 'YouTube',
      top: true,
    });
    await page.goto(`${site.url}sample-day/docs.html`);
    expect(await capture(page, script)).toMatchObject({
      title: 'Introduction — pymemtrace 0.1.1 documentation',
      site: '',
    });
  });
});

/** Fills the page with paragraphs and a table, selects all of it, and tells how long the script took (ms). Runs in the page. */
function captureLong(count: number, script: string): { length: number; time: number } {
  const paragraph = (_: unknown, at: number) =>
    `<p>Some <b>bold</b> words and <a href="/${at}">a link</a>.<br>Two lines</p>`;
  const rows = Array.from({ length: count / 4 }, (_, at) => `<tr><td>${at}</td><td>x</td></tr>`).join('');
  document.body.innerHTML = `${Array.from({ length: count }, paragraph).join('')}<table>${rows}</table>`;
  getSelection()?.selectAllChildren(document.body);
  const start = performance.now();
  // biome-ignore lint/security/noGlobalEval: what is run is our own script, in a page of the test's
  const { quote } = globalThis.eval(script) as PageAnswer;
  return { length: quote.length, time: performance.now() - start };
}

/** Runs the built script as the browser does, its last expression being the answer. */
function capture(page: Driver, script: string): Promise<PageAnswer> {
  // biome-ignore lint/security/noGlobalEval: what is run is our own script, in a page of the test's
  return page.eval((text) => globalThis.eval(text) as PageAnswer, script);
}
