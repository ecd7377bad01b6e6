import { describe, expect, test } from 'vitest';
import { tagBeingTyped, withoutExclusions, withTypedTag } from '../../../src/core/search-text';

describe('a tag in a search', () => {
  test.each([
    ['#', ''],
    ['#py', 'py'],
    ['eggs #py', 'py'],
    ['eggs -#py', 'py'],
    ['eggs #py ', undefined],
    ['c#', undefined],
    ['"#py', undefined],
    ['', undefined],
  ])('is being typed in %j: %j', (text, tag) => {
    expect(tagBeingTyped(text)).toBe(tag);
  });

  test.each([
    ['#', '#python '],
    ['eggs #py', 'eggs #python '],
    ['eggs -#py', 'eggs -#python '],
  ])('is made whole: %j', (text, whole) => {
    expect(withTypedTag(text, 'python')).toBe(whole);
  });
});

describe('what a search leaves out is dropped', () => {
  test.each([
    ['eggs -stork', 'eggs'],
    ['-stork eggs -#python', 'eggs'],
    ['eggs -"a golden stork" nest', 'eggs nest'],
    ['eggs -site:"a b" -"open', 'eggs'],
    ['well-known - eggs', 'well-known - eggs'],
    ['-stork', ''],
    ['eggs  nest ', 'eggs  nest '],
  ])('%j: %j', (text, rest) => {
    expect(withoutExclusions(text)).toBe(rest);
  });
});
