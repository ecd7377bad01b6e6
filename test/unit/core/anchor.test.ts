import { expect, test } from 'vitest';
import { addressAtQuote, isAnchor, isStill } from '../../../src/core/anchor';
import { realAddress } from '../../../src/core/real-address';

test.each([
  ['https://example.org/a', 'https://example.org/a#:~:text=words'],
  ['https://example.org/a?b=1#part', 'https://example.org/a?b=1#part:~:text=words'],
  ['https://example.org/#/inbox', 'https://example.org/#/inbox:~:text=words'],
  ['https://example.org/a#', 'https://example.org/a#:~:text=words'],
  ['https://example.org/a#:~:text=others', 'https://example.org/a#:~:text=words'],
])('a quote of %s is opened at %s', (url, address) => {
  expect(addressAtQuote(url, ':~:text=words')).toBe(address);
  expect(realAddress(address)).toBe(realAddress(url).replace(/#$/, ''));
});

test('no address at the quote without an anchor, or for what is no page of the web', () => {
  expect(addressAtQuote('https://example.org/', '')).toBeUndefined();
  expect(addressAtQuote('https://example.org/', 'words')).toBeUndefined();
  for (const url of ['javascript:alert(1)', 'file:///a.html', 'about:config'])
    expect(addressAtQuote(url, ':~:text=words')).toBeUndefined();
});

test.each([
  '',
  'text=a',
  '#:~:text=a',
  ':~:text=',
  ':~:text=a b',
  ':~:text=a\nb',
  ':~:text=a\u0000',
  ':~:text=a\u00a0b',
])('%j is no anchor', (text) => expect(isAnchor(text)).toBe(false));

test('anchors are text fragments', () => {
  expect(isAnchor(':~:text=one%20word-,two,-three')).toBe(true);
});

const passage = 'It was a bright cold day in April, and the clocks were striking thirteen.';

test.each([
  ['as it was', passage],
  ['without its end', 'It was a bright cold day in April'],
  ['without its beginning', 'the clocks were striking thirteen.'],
  ['with a remark before', `Orwell: ${passage}`],
  ['with a second passage below', `${passage}\n\nAnother one.`],
  ['with a mistake mended', passage.replace('bright', 'brïght')],
  ['shortened in the middle', 'It was a bright cold day […] the clocks were striking thirteen.'],
])('a passage %s still is the passage', (_how, text) => {
  expect(isStill(passage, text)).toBe(true);
});

test.each([
  ['another one', 'Happy families are all alike.'],
  ['one that begins alike', 'It was the best of times, it was the worst of times.'],
  ['nothing', ' \n'],
])('%s is not the passage', (_what, text) => {
  expect(isStill(passage, text)).toBe(false);
});
