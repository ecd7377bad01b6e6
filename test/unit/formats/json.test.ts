import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { json } from '../../../src/formats/json';
import { context, link, linksOf, makeLink, quote, readFile, skips, withoutKey, written } from './samples';

const SCHEMA = path.resolve(import.meta.dirname, '../../../src/formats/daily-shaarli.schema.json');
const HEAD = '{"format":"daily-shaarli","version":2,"exported":"2023-11-14T23:13:20+01:00","links":[';
const write = (...links: Parameters<typeof makeLink>[0][]) => written(json.write(links.map(makeLink), context));
const read = (text: string, cuts: number[] = []) => readFile(json, text, context, cuts);

describe('writing', () => {
  it('writes one link a line and no field that is not ours', async () => {
    const extra: object = { title: 'A', words: ['index'], quotes: [{ ...quote('q'), seen: true }] };
    expect(await write(extra, { title: 'B' })).toBe(
      `${HEAD}
{"id":"0000000000abc","url":"https://a.example/","title":"A","site":"","quotes":[{"text":"q","at":1678695125,"offset":60,"day":"2023-03-13","anchor":""}],"note":"","tags":[],"private":false,"savedAt":1678695125,"offset":60,"changedAt":1678695125,"days":["2023-03-13"]},
{"id":"0000000000abc","url":"https://a.example/","title":"B","site":"","quotes":[],"note":"","tags":[],"private":false,"savedAt":1678695125,"offset":60,"changedAt":1678695125,"days":["2023-03-13"]}
]}
`,
    );
  });
  it('writes JSON that is valid as a whole, without links too', async () => {
    expect(JSON.parse(await write())).toEqual({ ...JSON.parse(`${HEAD}]}`), links: [] });
    expect(read(await write())).toEqual([]);
  });
  it('hands the file on link by link', async () => {
    const chunks: string[] = [];
    for await (const chunk of json.write([makeLink(), makeLink()], context)) chunks.push(chunk);
    expect(chunks).toHaveLength(4);
  });
});

describe('reading', () => {
  it('reads a file that another program has laid out anew', async () => {
    const file: unknown = JSON.parse(await write({ note: 'n' }));
    const links = [withoutKey(makeLink({ note: 'n' }))];
    expect(linksOf(read(JSON.stringify(file)))).toEqual(links);
    expect(linksOf(read(JSON.stringify(file, null, 2)))).toEqual(links);
  });
  it('gives no id where there is none to trust', async () => {
    const file = await write({ id: '<script>' });
    expect(linksOf(read(file))[0]).not.toHaveProperty('id');
  });
  it('keeps what stands before the place where a file is cut off', async () => {
    const file = await write({ title: 'a' }, { title: 'b' });
    const cut = read(file.slice(0, file.indexOf('"title":"b"')));
    expect(cut[0]).toMatchObject({ kind: 'link', link: { title: 'a' } });
    expect(skips(cut)).toEqual([
      { why: 'broken', line: 3 },
      { why: 'cutOff', line: 3 },
    ]);
  });
  it('names a damaged link and keeps the others', async () => {
    const file = (await write({ title: 'a' }, { title: 'b' }, { title: 'c' })).replace(
      /("title":"b".*)"private":false/,
      '$1"private":0',
    );
    const results = read(file);
    expect(skips(results)).toEqual([{ why: 'broken', line: 3, title: 'b', url: 'https://a.example/' }]);
    expect(results).toHaveLength(3);
  });
  it('refuses a newer version once, and what is not ours', () => {
    const newer = HEAD.replace('"version":2', '"version":3');
    expect(read(`${newer}\n{"new":1},\n{"new":2}\n]}\n`)).toEqual([{ kind: 'skipped', why: 'newerVersion', what: {} }]);
    for (const text of [
      '',
      '{',
      '[]',
      'null',
      '{"format":"daily-shaarli"}',
      `${HEAD}]`,
      '{"format":"other","version":1,"links":[]}',
    ]) {
      expect(read(text)).toEqual([{ kind: 'skipped', why: 'broken', what: {} }]);
    }
  });
});

describe('a whole journal', () => {
  const binned = fc.record({ link, deletedAt: fc.nat() });
  const dayNote = fc.record({
    day: fc.constantFrom('2023-03-13', '2024-02-29'),
    text: fc.string({ unit: 'binary' }).filter((text) => text.trim() !== ''),
    changedAt: fc.nat(),
  });
  const settings = fc.dictionary(fc.string({ maxLength: 9 }), fc.jsonValue());
  const isValid = new Ajv2020().compile(JSON.parse(readFileSync(SCHEMA, 'utf8')));

  it('comes back with its notes on days, its bin and its settings; and is what its schema says', async () => {
    const extras = fc.record({ dayNotes: fc.array(dayNote), bin: fc.array(binned), settings });
    const links = fc.array(link, { maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(links, extras, fc.array(fc.nat(), { maxLength: 5 }), async (all, more, cuts) => {
        const file = await written(json.write(all, { ...context, extras: more }));
        expect(isValid(JSON.parse(file)), JSON.stringify(isValid.errors)).toBe(true);
        const results = read(file, cuts);
        expect(results).toEqual([
          ...all.map((one) => ({ kind: 'link', link: withoutKey(one) })),
          ...more.dayNotes.map((note) => ({ kind: 'dayNote', note })),
          ...more.bin.map(({ link: one, deletedAt }) => ({ kind: 'binned', link: withoutKey(one), deletedAt })),
          // As JSON has it: -0 is 0.
          ...JSON.parse(JSON.stringify(Object.entries(more.settings))).map(([name, value]: [string, unknown]) => ({
            kind: 'setting',
            name,
            value,
          })),
        ]);
        expect(read(JSON.stringify(JSON.parse(file), null, 1))).toEqual(results);
      }),
      { numRuns: 300 },
    );
  });
  it('of version 1, which knew links only, is read', async () => {
    const file = (await write({ title: 'a' })).replace('"version":2', '"version":1');
    expect(linksOf(read(file))).toMatchObject([{ title: 'a' }]);
  });
  it('names what is damaged in it, and passes over what it does not know', () => {
    const file = `${HEAD}\n],"dayNotes":[\n{"day":"2023-02-30","text":"a","changedAt":1},\n{"day":"2023-03-13","text":" ","changedAt":1}\n],"moods":[\n{"day":"fine"}\n],"bin":[\n{"deletedAt":1},\n{"deletedAt":-1,"link":${JSON.stringify(withoutKey(makeLink()))}}\n],"settings":[\n{"value":1}\n]}\n`;
    expect(skips(read(file)).map(({ why, line }) => [why, line])).toEqual([
      ['broken', 3],
      ['broken', 4],
      ['broken', 8],
      ['broken', 9],
      ['broken', 11],
    ]);
  });
});

describe('hostile links', () => {
  const readWith = (part: object) =>
    read(JSON.stringify({ ...JSON.parse(`${HEAD}]}`), links: [{ ...withoutKey(makeLink()), ...part }] }));
  it.each([
    ['url', 1],
    ['url', null],
    ['title', {}],
    ['site', []],
    ['note', 3],
    ['private', 'yes'],
    ['tags', 'a'],
    ['tags', [1]],
    ['tags', { length: 1 }],
    ['quotes', {}],
    ['quotes', [null]],
    ['quotes', [{ ...quote('q'), at: -1 }]],
    ['quotes', [{ ...quote('q'), day: '2023-02-30' }]],
    ['quotes', [{ text: 'q' }]],
    ['savedAt', 1.5],
    ['savedAt', 1e300],
    ['savedAt', '1'],
    ['savedAt', -1],
    ['changedAt', null],
    ['offset', 1440],
    ['offset', 0.5],
    ['days', []],
    ['days', ['2023-03-14', '2023-03-13']],
    ['days', ['x']],
    ['days', [['2023-03-13']]],
  ])('refuses %s %j', (field, value) => {
    expect(skips(readWith({ [field]: value }))).toMatchObject([{ why: 'broken' }]);
  });
  it('refuses scripts and what is no address, and keeps every other one', () => {
    expect(skips(readWith({ url: 'JavaScript:alert(1)' }))).toMatchObject([{ why: 'notHttp' }]);
    expect(skips(readWith({ url: 'nowhere' }))).toMatchObject([{ why: 'noAddress' }]);
    expect(linksOf(readWith({ url: 'file:///home/me/a.html' }))[0]?.url).toBe('file:///home/me/a.html');
  });
  it('keeps the anchors of quotes that lead to a passage, and no other text in their place', () => {
    const anchors = [':~:text=a%20b,-c', '', 'javascript:alert(1)', '#:~:text=a', ':~:text=a b', ':~:text=a\u0007'];
    const quotes = anchors.map((anchor) => ({ ...quote('q'), anchor }));
    const [read] = linksOf(readWith({ quotes }));
    expect(read?.quotes.map((one) => one.anchor)).toEqual([':~:text=a%20b,-c', '', '', '', '', '']);
  });
  it('takes nothing from a prototype, and gives none away', () => {
    const hostile = `${HEAD}\n{"__proto__":${JSON.stringify(withoutKey(makeLink()))}},\n{"constructor":{"prototype":{"url":"x"}}}\n]}`;
    expect(skips(read(hostile)).map((skip) => skip.why)).toEqual(['broken', 'broken']);
    const own = JSON.stringify(withoutKey(makeLink())).replace('{', '{"__proto__":{"bad":1},"toString":1,');
    const [link] = linksOf(read(`${HEAD}\n${own}\n]}`));
    expect(link).toEqual(withoutKey(makeLink()));
    expect(link).not.toHaveProperty('bad');
  });
  it('survives deep nesting', () => {
    expect(skips(read(`${HEAD}\n${'['.repeat(1_000_000)}\n]}`))).toMatchObject([{ why: 'broken' }]);
  });
});

it('reads back exactly what was written', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(link, { maxLength: 5 }), async (links) => {
      expect(linksOf(read(await written(json.write(links, context))))).toEqual(links.map(withoutKey));
    }),
    { numRuns: 500 },
  );
});

it('reads any text whatever without throwing', () => {
  const lines = fc.array(fc.oneof(fc.json(), fc.string({ unit: 'binary' })), { maxLength: 5 });
  fc.assert(
    fc.property(fc.boolean(), lines, fc.array(fc.nat(), { maxLength: 5 }), (isOurs, some, cuts) => {
      const file = (isOurs ? [HEAD, ...some, ']}'] : some).join('\n');
      const results = read(file);
      expect(results.every((result) => result.kind === 'skipped')).toBe(true);
      expect(read(file, cuts)).toEqual(results);
    }),
    { numRuns: 400 },
  );
});

it('knows its files', async () => {
  expect(json.detect((await write()).slice(0, 60))).toBe(true);
  expect(json.detect(`{\n  "format": "daily-shaarli"`)).toBe(true);
  expect(json.detect('{"bookmarks":[]}')).toBe(false);
});
