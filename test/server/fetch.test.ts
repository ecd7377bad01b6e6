import { expect, test } from 'vitest';
import { countedAnew, keptCounts, save } from '../unit/storage/journal';
import { allOf, counted, fetchAll, startPair } from './fetching';

const TALK = {
  url: 'https://www.youtube.com/watch?v=abc',
  title: 'A talk @ YouTube',
  description: '> two roads\n>   diverged\n\n> in a wood\n> — 2023-03-15T09:12:05+01:00\n\nA note.\n\nOf two parts.',
  tags: ['Poetry', 'to-read'],
  private: true,
  created: '2023-03-13T23:41:05+01:00',
};

test('into an empty journal come quotes, note, tags, privacy, date and days', async () => {
  const pair = await startPair({ links: [TALK] });
  expect(await fetchAll(pair)).toEqual(counted({ added: 1 }));
  expect(await allOf(pair.db)).toMatchObject([
    {
      url: TALK.url,
      title: 'A talk @ YouTube',
      quotes: [
        { text: 'two roads\n  diverged', day: '2023-03-13' },
        { text: 'in a wood', day: '2023-03-15', offset: 60 },
      ],
      note: 'A note.\n\nOf two parts.',
      tags: ['Poetry', 'to-read'],
      private: true,
      savedAt: 1_678_747_265,
      offset: 60,
      days: ['2023-03-13', '2023-03-15'],
    },
  ]);
  expect(await keptCounts(pair.db)).toEqual(await countedAnew(pair.db));
});

test('fetched twice, nothing changes; what was fetched does not go back', async () => {
  const pair = await startPair({
    links: [TALK, { url: 'https://example.org/', title: 'Two', tags: ['two words', '#x'], created: TALK.created }],
  });
  expect(await fetchAll(pair)).toMatchObject({ added: 2 });
  const first = await allOf(pair.db);
  expect(await fetchAll(pair, true)).toMatchObject(counted({ same: 2 }));
  expect(await allOf(pair.db)).toEqual(first);
  expect(await pair.db.touched.count()).toBe(0);
});

test('a page that is here too is united with what is there', async () => {
  const pair = await startPair({ links: [TALK] });
  await save(
    pair.db,
    { url: TALK.url, title: 'Mine', note: 'My note.', tags: ['poetry', 'talk'] },
    '2024-01-01T10:00:00Z',
  );
  expect(await fetchAll(pair)).toMatchObject(counted({ changed: 1 }));
  expect(await allOf(pair.db)).toMatchObject([
    {
      title: 'Mine',
      note: 'My note.\n\nA note.\n\nOf two parts.',
      tags: ['poetry', 'talk', 'to-read'],
      days: ['2023-03-13', '2023-03-15', '2024-01-01'],
    },
  ]);
});
