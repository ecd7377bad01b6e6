import { describe, expect, test } from 'vitest';
import { type Nearness, nearness } from '../../../src/core/nearness';
import { splitTyped, suggestTags, type TagUse, uniqueTags } from '../../../src/core/tags';

test.each([
  ['pyth', [], 'pyth'],
  ['python ', ['python'], ''],
  ['python,web me', ['python', 'web'], 'me'],
  ['  , ', [], ''],
  ['#python #web ', ['python', 'web'], ''],
])('what is typed: %j', (typed, ended, rest) => {
  expect(splitTyped(typed)).toEqual({ ended, rest });
});

test('a tag is one whatever its case and accents, in its first spelling', () => {
  expect(uniqueTags(['Europe', 'europe', 'Éurope', ' ', 'Œuvre', 'oeuvre', 'a b'])).toEqual(['Europe', 'Œuvre', 'a-b']);
});

describe('suggestions', () => {
  const day = 24 * 3600;
  const now = 1000 * day;
  const use = (tag: string, count: number, daysAgo = 0): TagUse => ({ tag, count, last: now - daysAgo * day });
  const names = (typed: string, uses: TagUse[], taken: string[] = [], near?: Nearness) =>
    suggestTags(typed, uses, taken, now, near).map((one) => one.tag);

  test('match inside the word, case and accents folded', () => {
    expect(names('CIE', [use('société', 1), use('python', 9)])).toEqual(['société']);
    expect(names('œuv', [use('oeuvre', 1)])).toEqual(['oeuvre']);
  });

  test('are ranked by use and by recency', () => {
    expect(names('a', [use('aa', 2), use('ab', 9)])).toEqual(['ab', 'aa']);
    expect(names('a', [use('old', 3), use('aold', 12, 365), use('anew', 3)])).toEqual(['anew', 'aold']);
  });

  test('begin with what is near, the nearest first', () => {
    const site = [['Video', 'talk'], ['video'], ['talk', 'video'], ['rare']];
    const beside = [['python', 'talk']];
    const near = nearness([site, beside]);
    expect(Object.fromEntries(near)).toEqual({ video: 0.75, talk: 1.5, rare: 0.25, python: 1 });
    const uses = [use('often', 999), use('video', 1), use('talk', 1), use('rare', 1), use('python', 1)];
    expect(names('', uses, [], near)).toEqual(['talk', 'python', 'video', 'rare', 'often']);
    expect(names('e', uses, [], near)).toEqual(['video', 'rare', 'often']);
    expect(nearness([[], []]).size).toBe(0);
  });

  test('leave out what the link has', () => {
    expect(names('', [use('Web', 1), use('py', 1)], ['web'])).toEqual(['py']);
  });
});
