import { expect, test } from 'vitest';
import type { Known } from '../../../src/core/form';
import { noFacts } from '../../../src/core/page-answer';
import { knownSite, titleChoices } from '../../../src/core/title-choices';
import { link } from '../../fixtures/links';

const tab = { url: 'https://example.org/a', title: '(2) A talk - The Site' };
const page = { ...noFacts, title: tab.title, site: 'The Site', titles: ['A long talk', 'Ada: A talk'] };

test.each<[string, Known, string[]]>([
  ['nothing', {}, ['']],
  ['the tab', { tab }, ['A talk - The Site']],
  ['the tab and the page', { tab, page }, ['A talk', 'A long talk', 'Ada: A talk']],
  [
    'a link, the tab and the page',
    { tab, page, link: link({ title: 'a LONG talk', site: '' }) },
    ['a LONG talk', 'A talk', 'Ada: A talk'],
  ],
  ['a link, and a tab whose page is still to answer', { tab, link: link({ title: 'Stored' }) }, ['Stored']],
  ['a link alone', { link: link({ title: 'Stored' }) }, ['Stored']],
  ['a page without a title', { tab: { ...tab, title: 'example.org/a' }, page: { ...page, title: '' } }, page.titles],
  ['a page without any', { tab: { ...tab, title: 'example.org/a' }, page: noFacts }, ['example.org/a']],
])('titles to choose from: %s', (_case, known, titles) => {
  expect(titleChoices(known)).toEqual(titles);
});

test('the stored site stays', () => {
  expect(knownSite({ tab, page, link: link({ site: 'Stored' }) })).toBe('Stored');
  expect(knownSite({ tab, page, link: link({ site: '' }) })).toBe('The Site');
});
