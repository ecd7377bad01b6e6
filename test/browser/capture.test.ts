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

/** Runs the built script as the browser does, its last expression being the answer. */
function capture(page: Driver, script: string): Promise<PageAnswer> {
  // biome-ignore lint/security/noGlobalEval: what is run is our own script, in a page of the test's
  return page.eval((text) => globalThis.eval(text) as PageAnswer, script);
}
