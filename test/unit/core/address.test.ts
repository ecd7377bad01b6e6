import { expect, test } from 'vitest';
import { isWebAddress, shownHost, typedAddress } from '../../../src/core/address';

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
