import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseAddress } from '../../../src/core/address';
import { matchKey } from '../../../src/core/match-key';
import { realAddress } from '../../../src/core/real-address';
import { withoutTracking } from '../../../src/core/tracking';

test.each([
  ['https://example.org/?utm_source=x&id=1&fbclid=y', 'https://example.org/?id=1', ['utm_source', 'fbclid']],
  ['https://Example.org:443/a?B=%c3&&gclid=1&c=a+b#part', 'https://Example.org:443/a?B=%c3&&c=a+b#part', ['gclid']],
  ['https://example.org?utm_source=x', 'https://example.org', ['utm_source']],
  ['https://example.org/?UTM_Source=1&UTM_Source=2', 'https://example.org/', ['UTM_Source']],
  ['https://example.org/a#xtor=RSS-16', 'https://example.org/a', ['xtor']],
  ['https://example.org/#/a?id=1&utm_source=x', 'https://example.org/#/a?id=1', ['utm_source']],
  ['https://example.org/#/a?utm_source=x', 'https://example.org/#/a', ['utm_source']],
  ['https://www.amazon.de/dp/B01/ref=sr_1_1?qid=1&th=1', 'https://www.amazon.de/dp/B01?th=1', ['ref', 'qid']],
  ['https://youtu.be/abc?si=1&t=9', 'https://youtu.be/abc?t=9', ['si']],
  [' https://example.org/?utm_source=x', ' https://example.org/', ['utm_source']],
])('what is taken off %s', (address, left, taken) => {
  expect(withoutTracking(address)).toEqual({ address: left, taken });
});

test.each([
  'https://example.org/?',
  'https://example.org/?#',
  'https://example.org/?&&',
  'https://example.org/?q=utm_source=x',
  'https://example.org/?utm%5Fsource',
  'file:///a.html?utm_source=x',
  'mailto:a@example.org?utm_source=x',
  'example.org/?utm_source=x',
  'https://?utm_source=x',
  '',
])('%j stays as it is', (address) => {
  expect(withoutTracking(address)).toEqual({ address, taken: [] });
});

describe('whatever the address', () => {
  const name = fc.constantFrom(
    'utm_source',
    'fbclid',
    'UTM_x',
    'id',
    'v',
    'si',
    'ref',
    'q',
    'amp_js_v',
    'usqp',
    'url',
    '',
  );
  const value = fc.oneof(fc.constantFrom('', '=', '=1', '=%c3', '=a b', '=é', '=\t'), fc.string({ maxLength: 4 }));
  const pairs = fc
    .array(fc.tuple(name, value), { maxLength: 5 })
    .map((all) => all.map((each) => each.join('')).join('&'));
  const page = fc
    .tuple(
      fc.constantFrom('https://', 'HTTP://', 'file:///', 'about:', 'data:', 'urn:', ''),
      fc.constantFrom(
        'www.youtube.com',
        'AMAZON.de:443',
        'www.google.com/amp/s',
        'a.cdn.ampproject.org/c',
        'bücher.example',
        'x',
      ),
      fc.constantFrom('', '/', '/a/../b', '/ref=x', '/example.org/a%3fusqp=1', '/%2e%C3%c3', '/ ', '\\x'),
      fc.constantFrom('', '?'),
      pairs,
      fc.constantFrom('', '#', '#/', '#!', '#/r?', '#part', '#:~:', '#/a:\t~:'),
      pairs,
    )
    .map((parts) => parts.join(''));
  const wrap = fc.constantFrom(
    (inner: string) => inner,
    (inner: string) => `view-source:${inner}`,
    (inner: string) => `about:reader?url=${encodeURIComponent(inner)}`,
    (inner: string) => `read://x/?url=${encodeURIComponent(inner)}`,
    (inner: string) => `\u00a0${inner}\n`,
  );
  const wrapped = fc.tuple(wrap, wrap, page).map(([outer, inner, address]) => outer(inner(address.toWellFormed())));
  const address = fc.oneof(
    wrapped,
    fc.webUrl({ withQueryParameters: true, withFragments: true }),
    fc.string({ unit: fc.constantFrom(...' \t\u00a0%:/?#&=@[]\\aü\ud800') }),
  );
  const holds = (property: (one: string) => boolean) => fc.assert(fc.property(address, property), { numRuns: 1000 });

  test('a key is its own key', () => {
    holds((one) => matchKey(matchKey(one)) === matchKey(one));
  });

  test('there is no tracking left to take off, and no wrapper', () => {
    holds((one) => withoutTracking(withoutTracking(one).address).taken.length === 0);
    holds((one) => realAddress(realAddress(one)) === realAddress(one));
  });

  test('the address without tracking is the same page, as browsers give addresses', () => {
    holds((one) => {
      const given = parseAddress(one)?.href ?? one;
      return matchKey(withoutTracking(given).address) === matchKey(given);
    });
  });

  test('nothing is changed where nothing is taken, and nothing is put in', () => {
    holds((one) => {
      const { address: left, taken } = withoutTracking(one);
      return taken.length ? isCutOf(left, one) : left === one;
    });
  });

  /** True when `part` is `whole` with pieces left out. */
  function isCutOf(part: string, whole: string): boolean {
    let place = -1;
    for (const character of part) {
      place = whole.indexOf(character, place + 1);
      if (place < 0) return false;
    }
    return true;
  }
});
