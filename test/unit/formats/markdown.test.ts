import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { markdown } from '../../../src/formats/markdown';
import { markdownDays } from '../../../src/formats/markdown-days';
import { AT, context, makeLink, quote, written } from './samples';

const LINKS = [
  makeLink({
    title: 'A [talk]: on "verse"',
    site: 'Site',
    quotes: [quote('Roses are red,\n  Violets are blue')],
    note: 'To hear *again*.',
    tags: ['verse', 'talk'],
  }),
  makeLink({ url: 'https://b.example/?a=1', title: 'B', private: true, tags: ['Verse'] }),
  makeLink({ url: 'https://c.example/', title: 'C', savedAt: AT + 86_400 }),
];

test('one text: a heading a day, one a link', async () => {
  expect(await written(markdown.write(LINKS, context))).toBe(`---
title: "Daily Shaarli"
exported: "2023-11-14T23:13:20+01:00"
---

# 2023-03-13

## [A \\[talk\\]: on "verse" @ Site](<https://a.example/>)

2023-03-13 09:12 · #verse #talk

> Roses are red,
>   Violets are blue

To hear *again*.

## [B](<https://b.example/?a=1>)

2023-03-13 09:12 · #Verse · private

# 2023-03-14

## [C](<https://c.example/>)

2023-03-14 09:12
`);
});

async function unzipped(links: typeof LINKS): Promise<Record<string, string>> {
  const parts: BlobPart[] = [];
  for await (const piece of markdownDays.write(links, context)) parts.push(piece);
  const files = unzipSync(new Uint8Array(await new Blob(parts).arrayBuffer()));
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

test('a text a day, with its tags and the number of its links at the front', async () => {
  const files = await unzipped(LINKS);
  expect(Object.keys(files)).toEqual(['2023-03-13.md', '2023-03-14.md']);
  expect(files['2023-03-13.md']?.split('\n').slice(0, 9)).toEqual([
    '---',
    'title: "2023-03-13"',
    'date: "2023-03-13"',
    'links: 2',
    'tags: ["verse","talk"]',
    '---',
    '',
    '## [A \\[talk\\]: on "verse" @ Site](<https://a.example/>)',
    '',
  ]);
});

test('a link that was moved to an earlier day by hand has a second text of that day; nothing is overwritten', async () => {
  const moved = makeLink({ url: 'https://d.example/', title: 'D', savedAt: AT + 2 * 86_400, days: ['2023-03-13'] });
  const files = await unzipped([...LINKS, moved]);
  expect(Object.keys(files)).toEqual(['2023-03-13.md', '2023-03-14.md', '2023-03-13 2.md']);
  expect(files['2023-03-13 2.md']).toContain('## [D]');
});

test('nothing of an empty journal is a text without links', async () => {
  expect(await written(markdown.write([], context))).toMatch(/^---\n.*---\n$/s);
  expect(await unzipped([])).toEqual({});
});
