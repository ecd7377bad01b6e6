import { beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { journal } from '../../../src/storage/database';
import { link } from '../../fixtures/links';

type Changed = (text: string, suggest: (offers: object[]) => void) => void;
type Entered = (text: string, where: string) => void;
const heard: { changed?: Changed; entered?: Entered } = {};
const opened: object[] = [];
const ROOT = 'chrome-extension://id/';

vi.mock('webextension-polyfill', () => ({
  default: {
    omnibox: {
      setDefaultSuggestion() {},
      onInputChanged: { addListener: (listener: Changed) => (heard.changed = listener) },
      onInputEntered: { addListener: (listener: Entered) => (heard.entered = listener) },
    },
    runtime: { getURL: (path: string) => `${ROOT}${path}` },
    i18n: { getMessage: (key: string) => (key === 'language' ? 'en' : key), getUILanguage: () => 'en' },
    tabs: {
      update: (where: object) => opened.push({ here: true, ...where }),
      create: (where: object) => opened.push(where),
    },
  },
}));

beforeAll(async () => {
  const { searchFromAddressBar } = await import('../../../src/background/address-bar');
  searchFromAddressBar();
  await journal.links.bulkPut([
    ...Array.from({ length: 9 }, (_, place) =>
      link({ id: `a${place}`, url: `https://example.org/${place}`, title: `Egg ${place}` }),
    ),
    link({ id: 'b1', url: 'https://example.org/b', title: 'An <egg> & "more"\n\u0000' }),
    link({ id: 'b2', url: 'file:///home/egg.html', title: '' }),
  ]);
  await journal.unindexed.bulkPut((await journal.links.toCollection().primaryKeys()).map((id) => ({ id })));
});

beforeEach(() => void opened.splice(0));

const offersFor = (text: string) => new Promise<object[]>((resolve) => heard.changed?.(text, resolve));

test('the newest links that are found are offered, with their day, whatever their titles hold', async () => {
  const offers = await offersFor('egg');
  expect(offers).toHaveLength(5);
  expect(offers.slice(0, 3)).toEqual([
    { content: `${ROOT}daily.html#/2023-03-13`, description: 'file:///home/egg.html · March 13, 2023' },
    {
      content: 'https://example.org/b',
      description: 'An &#60;egg&#62; &#38; &#34;more&#34; · March 13, 2023',
    },
    { content: 'https://example.org/8', description: 'Egg 8 · March 13, 2023' },
  ]);
});

test('nothing is offered where nothing is found, or nothing is typed', async () => {
  expect(await offersFor('elephant')).toEqual([]);
  expect(await offersFor('')).toEqual([]);
});

test.each([
  ['currentTab', { here: true, url: `${ROOT}daily.html#/search?q=%C5%93ufs+d%27or` }],
  ['newForegroundTab', { url: `${ROOT}daily.html#/search?q=%C5%93ufs+d%27or`, active: true }],
  ['newBackgroundTab', { url: `${ROOT}daily.html#/search?q=%C5%93ufs+d%27or`, active: false }],
])('what was typed is searched for in the %s', async (where, page) => {
  heard.entered?.("œufs d'or", where);
  await vi.waitFor(() => expect(opened).toEqual([page]));
});

test.each([
  ['https://example.org/3', 'https://example.org/3'],
  [`${ROOT}daily.html#/2023-03-13`, `${ROOT}daily.html#/2023-03-13`],
  ['https://example.org/unknown', `${ROOT}daily.html#/search?q=https%3A%2F%2Fexample.org%2Funknown`],
  ['javascript:alert(1)', `${ROOT}daily.html#/search?q=javascript%3Aalert%281%29`],
])('of addresses only those that are offered are opened: %s', async (entered, url) => {
  heard.entered?.(entered, 'currentTab');
  await vi.waitFor(() => expect(opened).toEqual([{ here: true, url }]));
});

test('Firefox shows a text as it is', async () => {
  const { written } = await import('../../../src/platform/omnibox');
  expect(written('An <egg>\n& "more"', true)).toBe('An <egg> & "more"');
});
