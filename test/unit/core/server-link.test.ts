import { describe, expect, test } from 'vitest';
import {
  createdText,
  isNote,
  isServerLink,
  keptWritten,
  readServerLink,
  type ServerLink,
  sameAddress,
  sameWritten,
  searchFor,
  writtenLink,
} from '../../../src/core/server-link';
import { readLink } from '../../../src/formats/json-fields';
import { link, quote } from '../../fixtures/links';

const remote: ServerLink = {
  id: 0,
  shorturl: 'liWnLw',
  url: 'https://example.org/a',
  title: 'A page',
  description: '> A passage',
  tags: ['a'],
  private: false,
  created: '2020-01-02T03:04:05+02:00',
  updated: '',
};

test.each([
  { created: '+275760-09-13T00:00:00+00:00' },
  { updated: '+275760-09-13T00:00:00+00:00' },
  { created: '+275760-09-12T23:00:00+02:00' },
  { created: '-000001-01-01T00:00:00+00:00' },
  { created: '9999-12-31T23:59:59-14:00' },
  { created: '2020-01-02 03:04:05 GMT+9959' },
  { created: 'yesterday' },
  { description: '> A passage\n> — 1950-05-05T10:00:00+01:00' },
])('whatever dates a server has, the link is one that a backup of ours gives back: %o', (dates) => {
  for (const dayStart of [0, 360]) {
    const link = readServerLink({ ...remote, ...dates }, dayStart);
    expect(readLink(JSON.parse(JSON.stringify(link)))).toEqual(link);
  }
});

test('what is written of a link is well-formed and whole', () => {
  const quotes = [quote({ text: 'half \ud83c' })];
  const here = link({ title: 'a \ud800', site: 'S', quotes, note: 'n \udfff', tags: ['t\ud800'], private: true });
  expect(writtenLink(here)).toEqual({
    url: 'https://example.org/a',
    title: 'a \ufffd @ S',
    description: '> half \ufffd\n\nn \ufffd',
    tags: ['t\ufffd'],
    private: true,
  });
});

describe('when a link was saved, as a Shaarli takes it', () => {
  test.each([
    ['UTC', '2023-03-13T12:00:00Z', 60, '2023-03-13T13:00:00+01:00'],
    ['UTC', '2023-03-13T00:00:00Z', 60, '2023-03-13T01:00:01+01:00'],
    ['UTC', '2023-03-13T23:59:59Z', 60, '2023-03-14T00:59:58+01:00'],
    ['Europe/Berlin', '2023-03-12T23:00:00Z', 0, '2023-03-12T23:00:01+00:00'],
    ['Europe/Berlin', '2023-07-12T22:00:00Z', -300, '2023-07-12T17:00:01-05:00'],
    ['Asia/Kolkata', '2023-03-12T18:29:59Z', 330, '2023-03-12T23:59:58+05:30'],
    // A zone that nobody knows: then the link's own.
    ['Mars/Olympus', '2023-03-12T23:00:00Z', 60, '2023-03-13T00:00:01+01:00'],
  ])('in %s, at %s, offset %d', (zone, at, offset, text) => {
    expect(createdText({ savedAt: Date.parse(at) / 1000, offset }, zone)).toBe(text);
  });
});

describe('what a Shaarli does to what it is given makes no difference', () => {
  const sent = writtenLink(link({ title: 'A page', note: 'a\n  b', tags: ['x', 'y'] }));

  test.each([
    { title: ' A page\n' },
    { title: 'A page\0' },
    { description: 'a\r\n  b \n' },
    { tags: ['y', 'x'] },
    { url: 'https://example.org/a?utm_source=x&fb_ref=1#xtor=RSS-1' },
  ])('%o', (kept) => {
    expect(sameWritten(sent, { ...sent, ...kept })).toBe(true);
    expect(keptWritten(sent, { ...sent, ...kept })).toBe(true);
  });

  test.each([{ title: 'Another' }, { description: 'a\nb' }, { description: '' }, { private: true }])(
    'but %o does',
    (kept) => {
      expect(sameWritten(sent, { ...sent, ...kept })).toBe(false);
      expect(keptWritten(sent, { ...sent, ...kept })).toBe(false);
    },
  );

  test('it may make addresses and tags its own, and give a title where there is none', () => {
    const kept = { ...sent, url: 'http://example.org/a', tags: ['x'] };
    expect(sameWritten(sent, kept)).toBe(false);
    expect(keptWritten(sent, kept)).toBe(true);
    for (const title of ['', '0', ' \0'])
      expect(keptWritten({ ...sent, title }, { ...sent, title: sent.url })).toBe(true);
    expect(keptWritten({ ...sent, description: '0' }, { ...sent, description: '' })).toBe(true);
  });
});

test.each([
  ['https://a.example/?b=1&utm_x=2', 'https://a.example/?b=1', true],
  ['https://a.example/?PHPSESSID=1', 'https://a.example/', true],
  ['https://a.example/#tk.rss_all', 'https://a.example/', true],
  ['https://a.example/#part', 'https://a.example/', false],
  ['https://a.example/x', 'https://a.example/x/', false],
  ['http://a.example/', 'https://a.example/', false],
])('%s and %s: one address there? %s', (one, other, same) => {
  expect(sameAddress(one, other)).toBe(same);
});

test.each([
  ['https://a.example/x?b=1', 'https://a.example/x?b=1'],
  ['https://a.example/x?b=1&copy=2&utm_source=y', 'https://a.example/x?b=1 copy=2'],
  ['https://a.example/"x y"?-z&-b=1', 'https://a.example/ x y ?-z'],
])('%s is searched for as %s', (url, words) => {
  expect(searchFor(url)).toBe(words);
});

test('a note has the address of its own page', () => {
  expect(isNote({ ...remote, url: 'https://s.example/links/shaare/liWnLw' })).toBe(true);
  expect(isNote({ ...remote, url: 'https://s.example/?liWnLw' })).toBe(true);
  expect(isNote({ ...remote, url: 'https://s.example/shaare/other1' })).toBe(false);
  expect(isNote(remote)).toBe(false);
});

test.each([
  undefined,
  null,
  '',
  7,
  [],
  {},
  { ...remote, id: '0' },
  { ...remote, tags: 'a b' },
  { ...remote, tags: [1] },
])('no link: %o', (answer) => expect(isServerLink(answer)).toBe(false));
test('a link', () => expect(isServerLink(remote)).toBe(true));
