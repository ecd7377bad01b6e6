import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readText, writeText, writtenTitle } from '../../../src/core/quote-text';
import { uniqueTags } from '../../../src/core/tags';
import { formatOf, readFormats } from '../../../src/formats';
import { readMoment } from '../../../src/formats/foreign-link';
import { pinboardJson } from '../../../src/formats/pinboard-json';
import { raindropCsv } from '../../../src/formats/raindrop-csv';
import { AT, context, link, linksOf, readFile, text, written } from './samples';

const folder = 'test/fixtures/foreign/';
const files = readdirSync(folder).filter((name) => !name.endsWith('.read.json'));
const textOf = (name: string) => readFileSync(folder + name, 'utf8');

describe('files of each program', () => {
  it.each(files)('%s', async (name) => {
    const file = textOf(name);
    const format = formatOf(file.slice(0, 4096));
    if (!format) throw new Error('no format knows it');
    expect(readFormats.filter((one) => one.detect(file.slice(0, 4096)))).toEqual([format]);
    const results = readFile(format, file);
    await expect(`${JSON.stringify({ format: format.id, results }, null, 2)}\n`).toMatchFileSnapshot(
      `../../fixtures/foreign/${name}.read.json`,
    );
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 9 }), (cuts) => {
        expect(readFile(format, file, context, cuts)).toEqual(results);
      }),
      { numRuns: 50 },
    );
  });
});

describe('a file that is damaged', () => {
  const signs = fc.constantFrom('"', '{', '}', '[', ']', ',', '\n', '\\', ':', ' ', 'null', ';', '<', '>', '\0');
  it.each(files)('%s is read as far as it goes, however it is cut, and nothing is thrown', (name) => {
    const file = textOf(name);
    const format = formatOf(file) ?? pinboardJson;
    const damage = fc.record({
      at: fc.nat(),
      length: fc.nat(40),
      sign: fc.oneof(signs, fc.string({ unit: 'binary' })),
    });
    fc.assert(
      fc.property(
        fc.array(damage, { minLength: 1, maxLength: 5 }),
        fc.array(fc.nat(), { maxLength: 5 }),
        (some, cuts) => {
          const damaged = some.reduce((now, { at, length, sign }) => {
            const place = at % (now.length + 1);
            return now.slice(0, place) + sign + now.slice(place + length);
          }, file);
          const results = readFile(format, damaged);
          for (const result of results) if (result.kind === 'link') expect(result.link.url).toMatch(/^https?:/i);
          expect(readFile(format, damaged, context, cuts)).toEqual(results);
        },
      ),
      { numRuns: 100 },
    );
  });
  it.each(readFormats)('$id reads any text whatever', (format) => {
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: 'binary' }), fc.json()), (some) => {
        readFile(format, some);
      }),
      { numRuns: 200 },
    );
  });
});

describe('what is written comes back', () => {
  const links = fc.array(
    fc.record({ link, savedAt: fc.integer({ min: 1, max: 99_999_999_999 }) }).map(({ link: one, savedAt }) => ({
      ...one,
      savedAt,
      offset: 60,
      tags: uniqueTags(one.tags).filter((tag) => !/[\s,]/.test(tag)),
    })),
    { maxLength: 4 },
  );
  it.each([pinboardJson, raindropCsv])('by $id', async (format) => {
    await fc.assert(
      fc.asyncProperty(links, async (some) => {
        const back = linksOf(readFile(format, await written(format.write(some, context))));
        expect(back).toHaveLength(some.length);
        for (const [place, one] of some.entries()) {
          const day = back[place]?.days[0] ?? '';
          const texts = readText(writeText(one), { savedAt: one.savedAt, offset: 60, day, dayStart: 0 });
          const title = writtenTitle(one).toWellFormed().replace(/\s+/g, ' ').trim();
          expect(back[place]).toMatchObject({ url: one.url, title, tags: one.tags, savedAt: one.savedAt });
          expect(back[place]?.note).toBe(texts.note);
          expect(back[place]?.quotes.map((quote) => quote.text)).toEqual(texts.quotes.map((quote) => quote.text));
        }
      }),
      { numRuns: 300 },
    );
  });
});

it.each([
  ['2023-03-13T09:12:05+0100', AT],
  ['2023-03-13T08:12:05.999Z', AT],
  ['2023-03-13 08:12:05', AT],
  ['2023-03-13', AT - (AT % 86_400)],
  [AT, AT],
  [AT * 1000, AT],
  [`${AT}.5`, AT],
  ['2023-13-13', undefined],
  ['13 March', undefined],
  [null, undefined],
  [{}, undefined],
  [Number.NaN, undefined],
])('the date %j', (value, at) => {
  expect(readMoment(value)?.at).toBe(at);
});
