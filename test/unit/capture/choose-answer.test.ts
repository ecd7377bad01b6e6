import { expect, test } from 'vitest';
import { chooseAnswer, noFacts, type PageAnswer } from '../../../src/core/page-answer';

const answer = (given: Partial<PageAnswer>): PageAnswer => ({
  ...noFacts,
  focused: false,
  top: false,
  ...given,
});
const page = answer({ title: 'Page', site: 'Site', top: true });

test('title and site are those of the page, never of a frame', () => {
  const frame = answer({ title: 'Frame', site: 'Other', quote: 'q', focused: true });
  expect(chooseAnswer([frame, page])).toEqual({ ...noFacts, quote: 'q', title: 'Page', site: 'Site' });
});

test('the quote is that of the frame with the focus', () => {
  const quotes = [answer({ quote: 'first' }), answer({ quote: 'second', focused: true })];
  expect(chooseAnswer([page, ...quotes]).quote).toBe('second');
});

test('a focused frame without a selection leaves it to the first that has one', () => {
  const frames = [answer({ focused: true }), answer({ quote: 'first' }), answer({ quote: 'second' })];
  expect(chooseAnswer([page, ...frames]).quote).toBe('first');
});

test('nothing answered, nothing known', () => {
  expect(chooseAnswer([])).toEqual(noFacts);
});

test('a frame out of reach is told of, and what is selected elsewhere too', () => {
  const answers = [page, answer({ quote: 'elsewhere' }), answer({ outOfReach: true })];
  expect(chooseAnswer(answers)).toMatchObject({ quote: 'elsewhere', outOfReach: true });
});
