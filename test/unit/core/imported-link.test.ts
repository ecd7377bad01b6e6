import { expect, test } from 'vitest';
import { type ImportedLink, settled } from '../../../src/core/imported-link';
import { link, quote } from '../../fixtures/links';

function imported(more: Partial<ImportedLink>): ImportedLink {
  const { key: _key, id: _id, ...rest } = link();
  return { ...rest, ...more };
}

const known = link({
  quotes: [quote({ text: 'Kept', at: 1_678_000_000, offset: 60, day: '2023-03-05' })],
  days: ['2023-03-13', '2023-03-05'].sort(),
});

test('where a file tells no date, the journal’s counts: nothing comes onto the day of the reading', () => {
  const read = imported({
    unsure: 'date',
    savedAt: 1_700_000_000,
    days: ['2023-11-14'],
    quotes: [
      quote({ text: 'Kept', at: 1_700_000_000, day: '2023-11-14' }),
      quote({ text: 'New', at: 1_700_000_000, day: '2023-11-14' }),
      quote({ text: 'Dated', at: 1_690_000_000, day: '2023-07-22' }),
    ],
  });
  const result = settled(read, known);
  expect(result).toMatchObject({ savedAt: known.savedAt, offset: known.offset, days: ['2023-03-05', '2023-07-22'] });
  expect(result.quotes.map(({ text, day }) => [text, day])).toEqual([
    ['Kept', '2023-03-05'],
    ['New', '2023-03-05'],
    ['Dated', '2023-07-22'],
  ]);
});

test('where it tells no offset, the same instant is on the day that the journal has it on', () => {
  const read = imported({ unsure: 'zone', savedAt: known.savedAt, offset: -600, days: ['2023-03-12'] });
  expect(settled(read, known)).toMatchObject({ offset: known.offset, days: [known.days[0]] });
  const other = imported({ unsure: 'zone', savedAt: known.savedAt - 1, offset: -600, days: ['2023-03-12'] });
  expect(settled(other, known)).toMatchObject({ offset: -600, days: ['2023-03-12'] });
});

test('a new link, and one of which everything is told, stay as they are', () => {
  const undated = imported({ unsure: 'date' });
  expect(settled(undated, undefined)).toBe(undated);
  const dated = imported({});
  expect(settled(dated, known)).toBe(dated);
});
