import { serialize } from 'node:v8';
import { expect, test } from 'vitest';
import { ownCopy } from '../../../src/core/own-copy';

test('what is cut out of a text with letters of all kinds is stored in no more bytes than if it had been alone', () => {
  const address = 'https://example.org/a/page';
  const cut = `${'œuvre '.repeat(1000)}${address}`.slice(-address.length);
  expect(serialize(cut).length).toBeGreaterThan(address.length * 2);
  expect(serialize(ownCopy(cut)).length).toBeLessThan(address.length + 10);
});

test('nothing else about it is changed', () => {
  const data = { text: 'verse\n\tœ \ud800 “quote”', list: [1, 'two', { three: false }] };
  expect(ownCopy(data)).toEqual(data);
});
