import { describe, expect, test } from 'vitest';
import { isDrawing } from '../../../src/capture/monospaced';

const yes = () => true;
const no = () => false;

describe('what holds together only where all characters are of one width', () => {
  test.each([
    ['lines and corners', '┌──┐\n│ a│\n└──┘'],
    ['signs with spaces between', '+--+  +--+\n|  |--|  |\n+--+  +--+'],
    ['words that begin in the same column', 'src     values\nui      pages'],
    ['numbers that end in the same column', 'Ann     3\nBob    12'],
    ['a face', ' /\\_/\\\n( o.o )\n > ^ <'],
  ])('%s', (_, text) => {
    expect(isDrawing(text.split('\n'), no)).toBe(true);
  });

  test.each([
    ['one line', 'src     values'],
    ['verse that is indented', 'Fury said to\n   a mouse, That\n      he  met   in the'],
    ['sentences apart', 'He came.  He saw.\nHe went.  He did.'],
    ['dashes', 'a - b\n-- c'],
    ['a signature', 'Yes.\n-- \nBob'],
  ])('not %s', (_, text) => {
    expect(isDrawing(text.split('\n'), no)).toBe(false);
  });

  test('indented lines in a font of one width', () => {
    const lines = ['if x:', '    y()'];
    expect([isDrawing(lines, yes), isDrawing(lines, no)]).toEqual([true, false]);
    expect(isDrawing(['One line.', 'Another.  Third.'], yes)).toBe(false);
  });
});
