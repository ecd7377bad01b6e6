import { describe, expect, test } from 'vitest';
import { isOpenToAll, isSameServer, serverPlaces, withoutApi } from '../../../src/core/server-address';

/** The addresses that are tried, in this order. */
function addresses(typed: string): string[] {
  return [...new Set(serverPlaces(typed).map(({ address }) => address))];
}

test('each folder is tried with rewriting and without', () => {
  expect(serverPlaces('https://example.org/links')).toEqual([
    { address: 'https://example.org/links', api: 'https://example.org/links/api/v1' },
    { address: 'https://example.org/links', api: 'https://example.org/links/index.php/api/v1' },
    { address: 'https://example.org', api: 'https://example.org/api/v1' },
    { address: 'https://example.org', api: 'https://example.org/index.php/api/v1' },
  ]);
});

describe('what was typed or pasted leads to', () => {
  test.each([
    ['example.org', ['https://example.org']],
    ['  //example.org/ ', ['https://example.org']],
    ['HTTPS://Example.ORG:443/', ['https://example.org']],
    ['http://example.org', ['http://example.org']],
    ['example.org:8443', ['https://example.org:8443']],
    ['localhost', ['http://localhost']],
    ['localhost:8080/', ['http://localhost:8080']],
    ['links.localhost', ['http://links.localhost']],
    ['127.0.0.1:8080', ['http://127.0.0.1:8080']],
    ['[::1]:8080', ['http://[::1]:8080']],
    ['https://localhost', ['https://localhost']],
    ['192.168.1.5', ['https://192.168.1.5']],
    ['127.0.0.1.example.org', ['https://127.0.0.1.example.org']],
    ['notlocalhost', ['https://notlocalhost']],
    ['bücher.example', ['https://xn--bcher-kva.example']],
    ['https://me:password@example.org/', ['https://example.org']],
    ['https://example.org/?page=2#top', ['https://example.org']],
    ['https://example.org/index.php?page=2', ['https://example.org', 'https://example.org/index.php']],
    ['https://example.org/links/', ['https://example.org/links', 'https://example.org']],
    ['https://example.org/links//?do=login', ['https://example.org/links', 'https://example.org']],
  ])('%s', (typed, expected) => {
    expect(addresses(typed)).toEqual(expected);
  });

  test.each([
    ['https://example.org/admin/tools', 'https://example.org'],
    ['https://example.org/daily?day=20230313', 'https://example.org'],
    ['https://example.org/login', 'https://example.org'],
    ['https://example.org/api/v1/info', 'https://example.org'],
    ['example.org/links/shaare/liWnLw', 'https://example.org/links'],
    ['https://example.org/links/index.php/daily', 'https://example.org/links'],
    ['https://example.org/a/b/admin/configure/', 'https://example.org/a/b'],
  ])('%s, one of its pages', (typed, expected) => {
    expect(addresses(typed)[0]).toBe(expected);
  });

  test('a folder that is called like a page of it, in the end', () => {
    expect(addresses('https://example.org/daily/')).toContain('https://example.org/daily');
  });

  test('never to another host, and never to many addresses', () => {
    const places = serverPlaces(`http://example.org:81${'/a/b/c/d'.repeat(20)}`);
    expect(places.length).toBeLessThanOrEqual(8);
    expect(places.every(({ api }) => api.startsWith('http://example.org:81/'))).toBe(true);
  });

  test.each(['', '  ', 'not an address', 'ftp://example.org', 'javascript:alert(1)', 'file:///etc/passwd', 'https://'])(
    'nothing: %s',
    (typed) => {
      expect(serverPlaces(typed)).toEqual([]);
    },
  );
});

test.each([
  ['http://example.org', true],
  ['http://192.168.1.5/links', true],
  ['http://localhost.example.org', true],
  ['https://example.org', false],
  ['http://localhost:81', false],
  ['http://127.0.0.1/links', false],
  ['http://[::1]', false],
])('%s is open to all: %s', (address, open) => {
  expect(isOpenToAll(address)).toBe(open);
});

test('http and https lead to the same Shaarli, another folder or port to another one', () => {
  expect(isSameServer('http://example.org/links', 'https://example.org/links')).toBe(true);
  expect(isSameServer('https://example.org/links', 'https://example.org')).toBe(false);
  expect(isSameServer('https://example.org:81', 'https://example.org')).toBe(false);
});

test.each([
  ['https://example.org/api/v1/info', 'https://example.org'],
  ['https://example.org/links/index.php/api/v1/info', 'https://example.org/links'],
  ['https://sso.example.org/login/?back=https://example.org/api/v1/info', 'https://sso.example.org/login'],
])('what people would open instead of %s is %s', (url, expected) => {
  expect(withoutApi(url)).toBe(expected);
});
