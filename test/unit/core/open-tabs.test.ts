import { expect, test } from 'vitest';
import { type OpenTab, tabEntries } from '../../../src/core/open-tabs';

const tabs = (...urls: string[]): OpenTab[] =>
  urls.map((url, place) => ({ id: place + 1, url, title: `T${place + 1}` }));

test('all pages are chosen where no tab was highlighted, in the order of the tabs', () => {
  const entries = tabEntries(tabs('https://example.org/b', 'http://example.org/a', 'file:///home/a.html'), []);
  expect(entries.map(({ tab, chosen }) => [tab.title, chosen])).toEqual([
    ['T1', true],
    ['T2', true],
    ['T3', true],
  ]);
});

test('only the highlighted ones are chosen where there are any', () => {
  const entries = tabEntries(tabs('https://a.example/', 'https://b.example/', 'about:config'), [2, 3]);
  expect(entries.map(({ chosen, wished }) => [chosen, wished])).toEqual([
    [false, false],
    [true, true],
    [false, true],
  ]);
});

test('a page that is open twice stands there once, and is chosen where one of its tabs is highlighted', () => {
  const entries = tabEntries(
    tabs('https://a.example/?utm_source=x', 'https://b.example/', 'https://a.example/#p'),
    [3],
  );
  expect(entries).toMatchObject([
    { key: 'https://a.example/', tab: { id: 1 }, tabs: 2, chosen: true },
    { key: 'https://b.example/', tabs: 1, chosen: false },
  ]);
});

test.each([
  ['', 'blankTab'],
  ['about:blank', 'blankTab'],
  ['about:newtab', 'blankTab'],
  ['chrome://newtab/', 'blankTab'],
  ['chrome://new-tab-page/', 'blankTab'],
  ['about:config', 'browserPage'],
  ['chrome://settings/', 'browserPage'],
  ['moz-extension://0/daily.html', 'browserPage'],
  ['chrome-extension://a/daily.html', 'browserPage'],
  ['data:text/html,x', 'notHttp'],
  ['blob:https://example.org/0', 'notHttp'],
  ['javascript:alert(1)', 'notHttp'],
  ['https://about.example/blank', undefined],
])('%s cannot be saved: %s', (url, skipped) => {
  const [entry] = tabEntries(tabs(url), []);
  expect([entry?.skipped, entry?.chosen]).toEqual([skipped, !skipped]);
});

test('pages that cannot be saved are never taken for one another', () => {
  expect(tabEntries(tabs('about:blank', 'about:blank'), [])).toHaveLength(2);
});
