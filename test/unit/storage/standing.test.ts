import { expect, test } from 'vitest';
import { writtenLink } from '../../../src/core/server-link';
import { giveUp, listRefused, sendLinks, waiting } from '../../../src/storage/queue';
import { countPrivate } from '../../../src/storage/reading';
import { sameStanding, standingsOf } from '../../../src/storage/standing';
import { twinOf } from '../../../src/storage/twins';
import { link } from '../../fixtures/links';
import { clock, emptyJournal } from './journal';

const NOW = clock('2023-03-13T12:00:00Z');
const here = (id: string, more = {}) => link({ id, url: `https://example.org/${id}`, ...more });
const twin = (of: ReturnType<typeof here>, remote: number) =>
  twinOf(of.id, { ...writtenLink(of), id: remote, shorturl: `s${remote}`, created: '', updated: '' });

test('a link is there, waits, was refused, or none of these', async () => {
  const db = emptyJournal();
  const links = ['a', 'b', 'c', 'd'].map((id) => here(id));
  const [a, b, c] = links as [(typeof links)[0], (typeof links)[0], (typeof links)[0]];
  await db.twins.bulkPut([twin(a, 1), twin(b, 2)]);
  await sendLinks([b.id], NOW, db);
  await db.queue.put({ ...waiting(c.id, 'send', 1), state: 'refused' });
  expect(await standingsOf(links, db)).toEqual([
    { is: 'there', shorturl: 's1' },
    { is: 'waiting' },
    { is: 'refused' },
    undefined,
  ]);
});

test('what is there in an older form, and was given up, can be sent', async () => {
  const db = emptyJournal();
  const changed = here('a', { note: 'A new note.' });
  await db.twins.put(twin(here('a'), 1));
  await db.queue.put({ ...waiting('a', 'send', 1), state: 'refused' });
  expect(await standingsOf([changed], db)).toEqual([{ is: 'refused' }]);
  await giveUp('a', db);
  expect(await listRefused(10, db)).toEqual([]);
  expect(await standingsOf([changed], db)).toEqual([undefined]);
});

test('two standings are the same where they say the same', () => {
  const there = (shorturl: string) => ({ is: 'there', shorturl }) as const;
  expect(sameStanding(undefined, undefined)).toBe(true);
  expect(sameStanding(there('a'), there('a'))).toBe(true);
  expect(sameStanding(there('a'), there('b'))).toBe(false);
  expect(sameStanding(there('a'), { is: 'waiting' })).toBe(false);
  expect(sameStanding({ is: 'waiting' }, undefined)).toBe(false);
});

test('how much of all is private', async () => {
  const db = emptyJournal();
  await db.links.bulkPut([
    here('a', { tags: ['one'], private: true }),
    here('b', { days: ['2023-03-12', '2023-03-13'] }),
    here('c', { days: ['2023-03-14'], tags: ['one', 'two'], private: true }),
  ]);
  expect(await countPrivate(db)).toBe(2);
});
