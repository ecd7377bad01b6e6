import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Losses } from '../../../src/core/fidelity';
import type { Link } from '../../../src/core/link';
import { fidelityOf } from '../../../src/formats/fidelity';
import type { WrittenFormat } from '../../../src/formats/format';
import { writtenFormats } from '../../../src/formats/index';
import { json } from '../../../src/formats/json';
import { markdown } from '../../../src/formats/markdown';
import { netscape } from '../../../src/formats/netscape';
import { pinboardJson } from '../../../src/formats/pinboard-json';
import { raindropCsv } from '../../../src/formats/raindrop-csv';
import { AT, context, link, makeLink, quote } from './samples';

/** What is lost, and of how many links it was found out. */
async function lost(format: WrittenFormat, links: Link[]): Promise<Losses & { of: number }> {
  let last: { links: number; losses: Losses } = { links: 0, losses: {} };
  for await (last of fidelityOf(format, links, context));
  return { ...last.losses, of: last.links };
}

test('our own format loses nothing, whatever there is', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(link, { maxLength: 6 }), async (links) => {
      expect(await lost(json, links)).toEqual({ of: links.length });
    }),
    { numRuns: 300 },
  );
});

test.each(writtenFormats)('$id counts every link, and says nothing of one that has little', async (format) => {
  const links = Array.from({ length: 1200 }, (_, place) => makeLink({ url: `https://a.example/${place}`, title: 'T' }));
  const steps: number[] = [];
  for await (const { links: count, losses } of fidelityOf(format, links, context)) {
    steps.push(count);
    expect(losses).toEqual({});
  }
  expect(steps.at(-1)).toBe(1200);
  // It is told as it goes: a large journal takes its time.
  expect(steps.length).toBeGreaterThan(1);
});

describe('bookmark HTML', () => {
  const losses = (...parts: Partial<Link>[]) =>
    lost(
      netscape,
      parts.map((part) => makeLink({ title: 'T', ...part })),
    );

  test('names what it cannot hold, each by itself', async () => {
    expect(await losses({ url: 'file:///home/a.html' })).toEqual({ links: 1, of: 1 });
    expect(await losses({ site: 'Site' }, {})).toEqual({ sites: 1, of: 2 });
    expect(await losses({ note: '\tindented' }, { note: ' by a space' })).toEqual({ indents: 1, of: 2 });
    expect(await losses({ quotes: [{ ...quote('q'), anchor: ':~:text=q' }] })).toEqual({ anchors: 1, of: 1 });
    expect(await losses({ quotes: [quote('q', AT + 60)] })).toEqual({ quoteTimes: 1, of: 1 });
    expect(await losses({ days: ['2023-03-13', '2023-03-14'] })).toEqual({ days: 1, of: 1 });
    expect(await losses({ offset: 0 })).toEqual({ zones: 1, of: 1 });
    expect(await losses({ changedAt: AT + 9, private: true })).toEqual({ of: 1 });
  });
  test('says how many tags a Shaarli would change', async () => {
    expect(await losses({ tags: ['Verse', 'Été', 'plain', 'PDF'] })).toEqual({ shaarliTags: 2, of: 1 });
  });
});

test('formats without privacy, or without dates of change, say so', async () => {
  const one = makeLink({ title: 'T', private: true, changedAt: AT + 9 });
  expect(await lost(pinboardJson, [one])).toEqual({ changeDates: 1, of: 1 });
  expect(await lost(raindropCsv, [one])).toEqual({ private: 1, changeDates: 1, of: 1 });
  const read = makeLink({ title: 'T', site: 'S', quotes: [{ ...quote('q', AT + 9), anchor: ':~:text=q' }] });
  expect(await lost(markdown, [read])).toEqual({ sites: 1, anchors: 1, quoteTimes: 1, of: 1 });
});
