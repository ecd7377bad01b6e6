import { describe, expect, test } from 'vitest';
import { isWebAddress, realAddress, shownHost, typedAddress } from '../../../src/core/address';
import { matchKey } from '../../../src/core/match-key';

describe('the match key', () => {
  test.each([
    ['the case of the host', 'https://Example.ORG/A', 'https://example.org/A'],
    ['the default port', 'https://example.org:443/', 'https://example.org/'],
    ['tracking', 'https://example.org/a?utm_source=x&id=1&fbclid=2', 'https://example.org/a?id=1'],
    ['tracking and nothing else', 'https://example.org/a?utm_source=x', 'https://example.org/a'],
    ['a plain fragment', 'https://example.org/a#part-2', 'https://example.org/a'],
    ['a text fragment', 'https://example.org/a#:~:text=hello', 'https://example.org/a'],
    ['an empty query', 'https://example.org/a?', 'https://example.org/a'],
  ])('makes no difference of %s', (_what, one, other) => {
    expect(matchKey(one)).toBe(matchKey(other));
  });

  test.each([
    ['the scheme', 'http://example.org/', 'https://example.org/'],
    ['the path', 'https://example.org/a', 'https://example.org/b'],
    ['its case', 'https://example.org/a', 'https://example.org/A'],
    ['a slash at its end', 'https://example.org/a', 'https://example.org/a/'],
    ['the query', 'https://example.org/?v=1', 'https://example.org/?v=2'],
    ['its order', 'https://example.org/?a=1&b=2', 'https://example.org/?b=2&a=1'],
    ['a route in the fragment', 'https://example.org/#/inbox', 'https://example.org/#/sent'],
    ['a route of the older kind', 'https://example.org/#!inbox', 'https://example.org/'],
  ])('keeps apart by %s', (_what, one, other) => {
    expect(matchKey(one)).not.toBe(matchKey(other));
  });

  test('keeps the rest of the query byte for byte', () => {
    expect(matchKey('https://example.org/?q=a+b%20c&utm_medium=m&&x')).toBe('https://example.org/?q=a+b%20c&&x');
  });
});

test.each([
  ['about:reader?url=https%3A%2F%2Fexample.org%2Fa%3Fb%3D1', 'https://example.org/a?b=1'],
  ['view-source:https://example.org/', 'https://example.org/'],
  ['chrome-extension://mhjfbmdgcfjbbpaeojofohoefgiehjai/https://example.org/a.pdf', 'https://example.org/a.pdf'],
  ['https://example.org/a#:~:text=some%20words', 'https://example.org/a'],
  ['https://example.org/a#part:~:text=words', 'https://example.org/a#part'],
  ['https://example.org/a:~:b', 'https://example.org/a:~:b'],
])('the page behind %s', (address, page) => {
  expect(realAddress(address)).toBe(page);
});

test('only http(s) is a web address', () => {
  expect(['https://example.org', 'HTTP://localhost:80/x'].every(isWebAddress)).toBe(true);
  const others = [
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'https://',
    ' https://example.org',
    'x',
  ];
  expect(others.filter(isWebAddress)).toEqual([]);
});

test('hosts as they are shown', () => {
  expect(shownHost('https://www.youtube.com/watch?v=1')).toBe('youtube.com');
  expect(shownHost('file:///home/a.txt')).toBe('file');
  expect(shownHost('not an address')).toBe('not an address');
});

test.each([
  ['example.org/a', 'https://example.org/a'],
  ['localhost:8080/x', 'https://localhost:8080/x'],
  ['http://example.org', 'http://example.org'],
  ['about:config', 'about:config'],
  ['', undefined],
  ['two words', undefined],
  ['word', undefined],
])('%j typed as an address', (typed, address) => {
  expect(typedAddress(typed)).toBe(address);
});
