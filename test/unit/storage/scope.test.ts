import { expect, test } from 'vitest';
import { periodOf } from '../../../src/core/period';
import type { Scope } from '../../../src/core/scope';
import { idsOf, linksOf } from '../../../src/storage/scope';
import { link } from '../../fixtures/links';
import { emptyJournal } from './journal';

const here = (id: string, more = {}) => link({ id, url: `https://example.org/${id}`, ...more });

const month = periodOf('2023-03-13', 'month');

test.each<[string, Scope, string[]]>([
  ['everything', { kind: 'all' }, ['a', 'b', 'c', 'd']],
  ['a day', { kind: 'period', period: periodOf('2023-03-13', 'day') }, ['a', 'b']],
  ['a month, a link of several days once', { kind: 'period', period: month }, ['a', 'b', 'c']],
  ['a tag', { kind: 'tags', tags: ['one'] }, ['a', 'c']],
  ['several tags', { kind: 'tags', tags: ['one', 'two'] }, ['c']],
  ['a selection, in its order', { kind: 'selection', ids: ['c', 'a'] }, ['c', 'a']],
])('%s', async (_name, scope, ids) => {
  const db = emptyJournal();
  await db.links.bulkPut([
    here('a', { tags: ['one'] }),
    here('b', { days: ['2023-03-12', '2023-03-13'] }),
    here('c', { days: ['2023-03-14'], tags: ['one', 'two'] }),
    here('d', { days: ['2023-04-01'] }),
  ]);
  expect(await idsOf(scope, db)).toEqual(ids);
  const found: string[] = [];
  for await (const { id } of linksOf(scope, db)) found.push(id);
  expect(found).toEqual(ids);
});
