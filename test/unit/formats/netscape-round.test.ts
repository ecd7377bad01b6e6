import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Link } from '../../../src/core/link';
import { readText, writeText, writtenTitle } from '../../../src/core/quote-text';
import { cleanTag, uniqueTags } from '../../../src/core/tags';
import { netscape } from '../../../src/formats/netscape';
import { nastyTexts } from '../../fixtures/nasty-texts';
import { AT, context, link, linksOf, makeLink, readFile, written } from './samples';

const there = async (links: Link[]) => linksOf(readFile(netscape, await written(netscape.write(links, context))));

/** Losses that the format states: what the first line of a text begins with is told by its width alone. */
const levelled = (text: string) =>
  text.replace(/^\s+/, (space) =>
    space.includes('\n') ? space.slice(space.indexOf('\n')) : space.replaceAll('\t', '    ').replace(/./gs, ' '),
  );

describe('a text that other programs damage', () => {
  it.each(nastyTexts)('$name', async ({ text, title = 'a', tags = [], url = 'https://a.example/' }) => {
    const [back] = await there([makeLink({ note: text, title, tags, url })]);
    expect(back).toMatchObject({ title, tags, url });
    expect(writeText({ quotes: [], note: '', days: [], ...back })).toBe(writeText(makeLink({ note: text })));
  });
});

it('reads back the text form of any link', async () => {
  const written = fc.record({
    link,
    savedAt: fc.integer({ min: 1, max: 99_999_999_999 }),
    changedAt: fc.integer({ min: 1, max: 99_999_999_999 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(written, { maxLength: 4 }), async (some) => {
      const links = some.map(({ link, ...times }) => {
        const tags = uniqueTags(link.tags).filter((tag) => cleanTag(tag) === tag);
        return { ...link, ...times, tags, offset: 60 };
      });
      const back = await there(links);
      expect(back).toHaveLength(links.length);
      for (const [place, link] of links.entries()) {
        const [day = ''] =
          back[place]?.days.filter((one) => !back[place]?.quotes.some((quote) => quote.day === one)) ?? [];
        const text = { savedAt: link.savedAt, offset: 60, day, dayStart: 0 };
        const texts = readText(levelled(writeText(link)), text);
        const { url, tags, private: secret, savedAt, changedAt } = link;
        const title = writtenTitle(link).replace(/\s+/g, ' ').trim();
        expect(back[place]).toMatchObject({
          url,
          title,
          site: '',
          tags,
          private: secret,
          savedAt,
          changedAt,
          note: texts.note,
        });
        expect(back[place]?.quotes.map((quote) => quote.text)).toEqual(texts.quotes.map((quote) => quote.text));
        expect(back[place]?.quotes.map((quote) => quote.at)).toEqual(texts.quotes.map((quote) => quote.at));
      }
    }),
    { numRuns: 400 },
  );
});

it('writes hostile texts in time that grows with them', async () => {
  for (const piece of ['> ', '<', '&', '&a', ' ', '\n', 'note="', '> <', '>\n']) {
    const note = `x${piece.repeat(200_000)}x`;
    const started = performance.now();
    const [back] = await there([makeLink({ note, savedAt: AT })]);
    expect(back?.note).toBe(note);
    expect(performance.now() - started).toBeLessThan(2_000);
  }
});
