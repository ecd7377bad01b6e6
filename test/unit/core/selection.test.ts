import { describe, expect, test } from 'vitest';
import { choose, keepSelected, nothingSelected, type Selection } from '../../../src/core/selection';

const LIST = ['a', 'b', 'c', 'd', 'e'];
const shown = ({ ids }: Selection) => LIST.filter((id) => ids.has(id)).join('');

describe('choosing', () => {
  test('puts one in, and takes it out', () => {
    const one = choose(nothingSelected, 'b', true);
    expect(shown(one)).toBe('b');
    expect(shown(choose(choose(one, 'd', true), 'b', false))).toBe('d');
    expect(shown(nothingSelected)).toBe('');
  });

  test.each([
    ['b', 'd', 'bcd'],
    ['d', 'b', 'bcd'],
    ['c', 'c', 'c'],
  ])('a range from %s to %s is %s', (from, to, range) => {
    expect(shown(choose(choose(nothingSelected, from, true), to, true, LIST))).toBe(range);
  });

  test('a range is taken out as well, and the next one begins where the last ended', () => {
    const all = { ids: new Set(LIST) };
    const without = choose(choose(all, 'b', false), 'd', false, LIST);
    expect(shown(without)).toBe('ae');
    expect(shown(choose(without, 'e', false, LIST))).toBe('a');
  });

  test('where there was no choice before, or it is gone, a range is one entry', () => {
    expect(shown(choose(nothingSelected, 'c', true, LIST))).toBe('c');
    expect(shown(choose({ ids: new Set(), last: 'gone' }, 'c', true, LIST))).toBe('c');
  });
});

test('what is no longer in the list is not selected, and no range begins there', () => {
  const kept = keepSelected(choose(choose(nothingSelected, 'a', true), 'c', true), ['a', 'b', 'd']);
  expect(shown(kept)).toBe('a');
  expect(shown(choose(kept, 'd', true, LIST))).toBe('ad');
});
