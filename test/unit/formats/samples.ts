import fc from 'fast-check';
import { isWebAddress } from '../../../src/core/address';
import { dayOf, MAX_INSTANT, momentOf } from '../../../src/core/day';
import type { ImportedLink } from '../../../src/core/imported-link';
import type { Link, Quote } from '../../../src/core/link';
import { matchKey } from '../../../src/core/match-key';
import type { ReadResult } from '../../../src/core/read-result';
import type { FormatContext, ReadFormat } from '../../../src/formats/format';

/** 2023-03-13T09:12:05+01:00 */
export const AT = 1_678_695_125;
export const context: FormatContext = { now: 1_700_000_000, offsetAt: () => 60, dayStart: 0 };

export function makeLink(part: Partial<Link> = {}): Link {
  const url = part.url ?? 'https://a.example/';
  const { at, offset, day } = momentOf(part.savedAt ?? AT, part.offset ?? 60);
  const empty = { title: '', site: '', quotes: [], note: '', tags: [], private: false };
  return {
    id: '0000000000abc',
    url,
    key: matchKey(url),
    ...empty,
    savedAt: at,
    offset,
    changedAt: at,
    days: [day],
    ...part,
  };
}

export const quote = (text: string, at = AT): Quote => ({ text, ...momentOf(at, 60), anchor: '' });

/** What a file keeps of a link that was made here. */
export function withoutKey({ key: _, ...link }: Link): ImportedLink {
  return link;
}

export async function written(chunks: AsyncIterable<string | Uint8Array>): Promise<string> {
  const parts: string[] = [];
  for await (const chunk of chunks) parts.push(String(chunk));
  return parts.join('');
}

/** A whole file, in one piece or cut at these places. */
export function readFile(
  format: ReadFormat,
  text: string,
  given: FormatContext = context,
  cuts: number[] = [],
): ReadResult[] {
  const reader = format.read(given);
  const places = [0, ...cuts.map((cut) => cut % (text.length + 1)).sort((a, b) => a - b), text.length];
  const results = places.slice(1).flatMap((end, place) => reader.push(text.slice(places[place], end)));
  return [...results, ...reader.end()];
}

export function linksOf(results: Iterable<ReadResult>): ImportedLink[] {
  return [...results].map((result) => {
    if (result.kind !== 'link') throw new Error(`no link: ${JSON.stringify(result)}`);
    return result.link;
  });
}

export const skips = (results: Iterable<ReadResult>) =>
  [...results].flatMap((result) => (result.kind === 'skipped' ? [{ why: result.why, ...result.what }] : []));

/** Text made of what the formats use as signs. */
const PIECES =
  '< > & " \' = / ! ? # ; , - --- > \n \n\n \t <DT> <DD> </DL> <DL><p> <A </A> <H1> <br> <!-- --> <DT><A\u0020HREF="x"> <P amp; &lt; &#60; &copy ' +
  'note=" pub=" \u00a0 — @ a b 0 {} [] ]} , \\ é 😀 \u2028 \u0000 %22';

export const text = fc
  .oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fc.constantFrom(...PIECES.split(' '), ' ', '  ')).map((some) => some.join('')),
  )
  .map((some) => some.replace(/\r\n?/g, '\n'));

export const instant = fc.integer({ min: 1, max: MAX_INSTANT });
export const offset = fc.integer({ min: -1439, max: 1439 });
export const url = fc
  .tuple(fc.webUrl({ withQueryParameters: true, withFragments: true }), text)
  .map(([address, some]) => `${address}/&${some}`)
  .filter((address) => URL.canParse(address))
  .map((address) => new URL(address).href)
  .filter(isWebAddress);

/** Whatever stands in a text fragment. */
const anchor = fc.oneof(
  fc.constant(''),
  text.map((some) => `:~:text=${encodeURIComponent(`${some.toWellFormed()}.`)}`),
);
const quotes = fc.array(
  fc.record({ text, anchor, at: instant, offset }).map((some) => ({ ...some, day: dayOf(some.at, some.offset) })),
);
const days = fc
  .uniqueArray(
    instant.map((at) => dayOf(at, 0)),
    { minLength: 1, maxLength: 4 },
  )
  .map((some) => some.sort());
const id = fc.string({
  unit: fc.constantFrom(...'0123456789abcdefghijklmnopqrstuvwxyz'),
  minLength: 10,
  maxLength: 40,
});

/** Any link that storage may hold. */
export const link: fc.Arbitrary<Link> = fc
  .record({ id, url, title: text, site: text, quotes, note: text, tags: fc.array(text), private: fc.boolean() })
  .chain((entry) =>
    fc
      .record({ savedAt: instant, offset, changedAt: instant, days })
      .map((times) => ({ ...entry, key: matchKey(entry.url), ...times })),
  );
