import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayOf, momentOf } from '../../src/core/day';
import type { ImportedLink } from '../../src/core/imported-link';
import type { Day, Link, Quote } from '../../src/core/link';
import { sortDays, sortQuotes } from '../../src/core/merge';
import { writeText, writtenTitle } from '../../src/core/quote-text';
import { createdText, writtenLink } from '../../src/core/server-link';
import { importLinks } from '../../src/storage/import';
import { changeSetting } from '../../src/storage/settings';
import { nastyTexts } from '../fixtures/nasty-texts';
import { offset, text, url } from '../unit/formats/samples';
import { emptyJournal } from '../unit/storage/journal';
import { allOf, fetchAll, type Pair, startPair } from './fetching';

const THIRTY_YEARS = 30 * 365 * 86_400;
const savedAt = fc.integer({ min: 1, max: Math.floor(Date.now() / 1000) + THIRTY_YEARS });
const words = fc.oneof(text, fc.constantFrom(...nastyTexts.map((one) => one.text)));
/** PHP takes U+0000 for white space, and off the ends of titles and tags. */
const line = text.map((some) => some.replaceAll('\u0000', ''));
const quote = fc.record({ text: words, after: fc.integer({ min: 0, max: 10 * 86_400 }), offset });

/** Those that lead on from day to day: nobody takes a quote on the day before, but by flying over the date line. */
function inDays(first: Day, quotes: Quote[]): Quote[] {
  const kept: Quote[] = [];
  for (const one of sortQuotes(quotes)) if (one.day >= (kept.at(-1)?.day ?? first)) kept.push(one);
  return kept;
}

/** Any link that a person may have saved; midnight is tried more often than it comes. */
const linkOf = (dayStart: number): fc.Arbitrary<ImportedLink> =>
  fc
    .record({
      url,
      title: line,
      site: fc.oneof(fc.constant(''), line),
      quotes: fc.array(quote, { maxLength: 4 }),
      note: words,
      tags: fc.array(line, { maxLength: 5 }),
      private: fc.boolean(),
      savedAt: fc.oneof(
        savedAt,
        savedAt.map((at) => at - (at % 86_400)),
      ),
      offset,
    })
    .map(({ quotes, ...entry }) => {
      const day = dayOf(entry.savedAt, entry.offset, dayStart);
      const taken = quotes.map(({ text, after, offset }) => ({
        text,
        anchor: '',
        ...momentOf(entry.savedAt + after, offset, dayStart),
      }));
      return {
        ...entry,
        quotes: inDays(day, taken),
        changedAt: entry.savedAt,
        days: [day],
      };
    });

const journals = fc.constantFrom(0, 180).chain((dayStart) =>
  fc.array(linkOf(dayStart), { minLength: 20, maxLength: 40 }).map((links) => ({
    dayStart,
    // No two of one address.
    links: links.map((one, place) => ({ ...one, url: one.url.replace('://', `://n${place}.`) })),
  })),
);

/** What a Shaarli takes for nothing: a title, a text or a tag that is `0`. */
const isNothing = (entry: Link) => [writtenTitle(entry), writeText(entry), ...entry.tags].includes('0');

/** Sends what a journal holds, and gives it. */
async function sendAll({ api }: Pair, links: ImportedLink[], dayStart: number): Promise<Link[]> {
  const db = emptyJournal();
  await changeSetting(db, 'dayStart', dayStart);
  await importLinks(links, db);
  // In the order of saving, as the numbers there will be.
  const sent = (await allOf(db)).filter((one) => !isNothing(one));
  for (const one of sent) {
    const { link: there } = await api.create({ ...writtenLink(one), created: createdText(one, 'Europe/Paris') });
    expect(there?.url).toBe(one.url);
  }
  return sent;
}

/** All that the text form carries, as `quote-text.ts` says: what it loses is made the same. */
function carried(entry: Link): unknown {
  const [first = ''] = entry.days;
  const stamped = (day: string) => day !== first;
  return {
    url: entry.url,
    title: writtenTitle(entry).replace(/\s+/g, ' ').trim(),
    quotes: entry.quotes.map(({ text, at, offset, day }) => [text, day, stamped(day) && [at, offset]]),
    note: entry.note.trimEnd(),
    tags: entry.tags,
    private: entry.private,
    offset: entry.offset,
    days: sortDays([first, ...entry.quotes.map(({ day }) => day)]),
  };
}

/** With both in the message: a property shows no difference. */
function expectCarried(back: Link, sent: Link): void {
  const [is, was] = [carried(back), carried(sent)].map((one) => JSON.stringify(one, null, 1));
  if (is !== was) throw new Error(`${is} came back of ${was}`);
  expect(Math.abs(back.savedAt - sent.savedAt)).toBeLessThanOrEqual(1);
}

test('any link that is sent and fetched into an empty journal is the same in all that its text carries', async () => {
  await fc.assert(
    fc.asyncProperty(journals, async ({ links, dayStart }) => {
      const pair = await startPair({ zone: 'Europe/Paris' });
      await changeSetting(pair.db, 'dayStart', dayStart);
      const sent = await sendAll(pair, links, dayStart);
      expect(await fetchAll(pair)).toMatchObject({ added: sent.length, changed: 0 });
      const fetched = new Map((await allOf(pair.db)).map((one) => [one.url, one]));
      for (const one of sent) {
        const back = fetched.get(one.url);
        if (!back) throw new Error(`${one.url} did not come back`);
        expectCarried(back, one);
      }
    }),
    // Shrinking would take longer than anybody waits: the difference names the link.
    { numRuns: Number(process.env.RUNS ?? 6), endOnFailure: true, includeErrorInReport: true },
  );
});
