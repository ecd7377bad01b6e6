import { describe, expect, test } from 'vitest';
import { digestOfDay } from '../../../src/core/digest';
import { moveToDay } from '../../../src/core/move';
import { changeLink, newLink, takeQuote } from '../../../src/core/save';
import { entry, link, quote } from '../../fixtures/links';

const passage = (text: string) => ({ text, anchor: '' });
const now = { at: 1_678_780_325, offset: 60, day: '2023-03-14' };

describe('a new link', () => {
  test('stands on the day it is saved', () => {
    const made = newLink(
      entry({ quotes: [takeQuote(passage('  verse\r\n  two \n\n'), now)], title: ' A \n title ' }),
      'id',
      now,
    );
    expect(made).toMatchObject({ savedAt: now.at, offset: 60, days: ['2023-03-14'], title: 'A title' });
    expect(made.quotes[0]).toEqual({ text: '  verse\n  two', anchor: '', ...now });
  });

  test('without a title is called by its address', () => {
    expect(newLink(entry({ title: ' ' }), 'id', now).title).toBe('https://example.org/a');
  });
});

describe('a change', () => {
  const stored = link({ quotes: [quote()] });

  test('with a new quote brings the link onto that day too', () => {
    const form = { ...stored, quotes: [...stored.quotes, takeQuote(passage('later'), now)] };
    expect(changeLink(stored, { base: stored, form }, now).days).toEqual(['2023-03-13', '2023-03-14']);
  });

  test('without one is an edit: same days, same time of saving', () => {
    const changed = changeLink(stored, { base: stored, form: { ...stored, note: 'new' } }, now);
    expect(changed).toEqual({ ...stored, note: 'new', changedAt: now.at });
  });

  test('of nothing gives back the very link', () => {
    expect(changeLink(stored, { base: stored, form: stored }, now)).toBe(stored);
  });

  test('that removes the last quote of a later day leaves that day, never the first one', () => {
    const both = link({ days: ['2023-03-13', '2023-03-14'], quotes: [quote(), takeQuote(passage('later'), now)] });
    const form = { ...both, quotes: both.quotes.map((one) => ({ ...one, text: '' })) };
    expect(changeLink(both, { base: both, form }, now)).toMatchObject({ quotes: [], days: ['2023-03-13'] });
  });
});

describe('the digest of a day', () => {
  const first = link({ id: 'b', savedAt: 100, quotes: [quote({ at: 100 }), quote({ text: 'later', ...now })] });
  const both = { ...first, days: ['2023-03-13', '2023-03-14'] };

  test('is in the order of saving, ties by id', () => {
    const links = [both, link({ id: 'c', savedAt: 50 }), link({ id: 'a', savedAt: 100 })];
    expect(digestOfDay(links, '2023-03-13').map((one) => one.link.id)).toEqual(['c', 'a', 'b']);
  });

  test('shows on a later day that day’s quotes, at their time, with a pointer to the first', () => {
    expect(digestOfDay([both], '2023-03-14')).toEqual([
      { link: both, at: now.at, offset: 60, quotes: [both.quotes[1]], firstDay: '2023-03-13' },
    ]);
    expect(digestOfDay([both], '2023-03-13')[0]).toMatchObject({ at: 100, quotes: [both.quotes[0]] });
  });

  test('moved to another day, a link takes that day’s quotes along', () => {
    const moved = moveToDay(both, '2023-03-13', '2023-03-10');
    expect(moved).toMatchObject({ days: ['2023-03-10', '2023-03-14'], savedAt: 100 });
    expect(moved.quotes.map((one) => one.day)).toEqual(['2023-03-10', '2023-03-14']);
  });
});
