import { expect, test } from 'vitest';
import { Boxes, COUNTS } from '../../../src/ui/daily/use-selection';

/** A page that shows `shown` of what it is about. */
function page(shown: string[], all: string[] = shown) {
  const boxes = new Boxes((take) => take(all));
  boxes.show(shown);
  return boxes;
}

test('what has left the page is not selected, whatever comes after', () => {
  const boxes = page(['a', 'b', 'c']);
  boxes.tick('a', true, false);
  boxes.tick('c', true, true);
  expect(boxes.chosen()).toEqual(['a', 'b', 'c']);
  boxes.show(['c', 'd', 'a']);
  expect([boxes.chosen(), boxes.ticked.get('b')]).toEqual([['c', 'a'], false]);
});

test('all is all that the page is about; it stays so while more of it is shown', () => {
  const boxes = page(['d', 'c'], ['a', 'b', 'c', 'd']);
  boxes.tickAll(true);
  expect(boxes.chosen()).toEqual(['d', 'c', 'a', 'b']);
  expect(boxes.counts.get(COUNTS)).toEqual({ ticked: 4, all: 4, unseen: 2 });
  boxes.show(['d', 'c', 'b']);
  expect(boxes.counts.get(COUNTS)).toEqual({ ticked: 4, all: 4, unseen: 1 });
  boxes.tick('c', false, false);
  expect(boxes.counts.get(COUNTS)).toEqual({ ticked: 3, all: 4, unseen: 1 });
  boxes.show(['c', 'b']);
  expect(boxes.chosen()).toEqual(['b', 'a']);
  boxes.tickAll(false);
  expect(boxes.chosen()).toEqual([]);
});

test('a link that stands on more days than one is one', () => {
  const boxes = page(['a', 'b', 'a']);
  boxes.tickAll(true);
  expect([boxes.chosen(), boxes.counts.get(COUNTS)?.ticked]).toEqual([['a', 'b'], 2]);
});

test('a tick before the page has told what it shows is kept', () => {
  const boxes = new Boxes(() => undefined);
  boxes.tick('b', true, false);
  boxes.show(['a', 'b']);
  expect(boxes.chosen()).toEqual(['b']);
});
