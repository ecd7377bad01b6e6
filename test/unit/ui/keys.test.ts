import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Command, KEYS, type Pressed, readKey } from '../../../src/ui/daily/keys';

const nothing: Pressed = {
  key: '',
  code: '',
  keyCode: 0,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  altGraph: false,
  isComposing: false,
  repeat: false,
  timeStamp: 0,
};
const press = (key: string, more: Partial<Pressed> = {}, where = { characters: true, onCard: false }) =>
  readKey({ ...nothing, key, ...more }, undefined, where).command;
const onCard = { characters: true, onCard: true };

test('every key does what the list says, and no two the same', () => {
  const done = KEYS.map(({ keys }) => {
    const [first = '', second] = keys;
    const { command, begun } = readKey({ ...nothing, key: first }, undefined, onCard);
    return second ? readKey({ ...nothing, key: second, timeStamp: 300 }, begun, onCard).command : command;
  });
  expect(done).toEqual(KEYS.map(({ command }) => command));
  expect(new Set(KEYS.map(({ keys }) => keys)).size).toBe(KEYS.length);
});

describe('characters', () => {
  test.each<[string, Partial<Pressed>, Command | undefined]>([
    ['#', { shiftKey: true }, 'delete'],
    ['#', { altGraph: true, ctrlKey: true, altKey: true }, 'delete'],
    ['[', { altGraph: true }, 'before'],
    [']', { altGraph: true, altKey: true }, 'after'],
    [']', { altKey: true }, undefined],
    ['ø', { altGraph: true, code: 'KeyO' }, undefined],
    ['?', { shiftKey: true }, 'list'],
    ['J', {}, 'next'],
    ['J', { shiftKey: true }, undefined],
    ['о', { code: 'KeyJ' }, 'next'],
    ['é', { code: 'Digit2' }, undefined],
    ['t', { ctrlKey: true }, undefined],
    ['t', { metaKey: true }, undefined],
    ['t', { altKey: true }, undefined],
    ['t', { isComposing: true }, undefined],
    ['t', { keyCode: 229 }, undefined],
    ['#', { repeat: true }, undefined],
    ['j', { repeat: true }, 'next'],
    ['Tab', {}, undefined],
  ])('%s with %o is %s', (key, more, command) => {
    expect(press(key, more)).toBe(command);
  });

  test('can be switched off; what is none goes on', () => {
    const off = { characters: false, onCard: true };
    for (const { keys } of KEYS) expect(press(keys[0] ?? '', {}, off)).toBeUndefined();
    expect(press('ArrowDown', {}, off)).toBe('next');
  });
});

test('arrows and Enter are the card’s only where it has the focus itself', () => {
  expect(['ArrowDown', 'ArrowUp', 'Enter'].map((key) => press(key, {}, onCard))).toEqual(['next', 'previous', 'open']);
  expect(['ArrowDown', 'ArrowUp', 'Enter'].map((key) => press(key))).toEqual([undefined, undefined, undefined]);
  expect(press('Enter', { ctrlKey: true }, onCard)).toBeUndefined();
});

test('the second of two keys has its time, and does not stand alone', () => {
  const begun = { key: 'g', at: 1000 };
  const then = (key: string, timeStamp: number) => readKey({ ...nothing, key, timeStamp }, begun, onCard).command;
  expect([then('d', 1400), then('d', 9000), then('t', 1400), then('z', 1400)]).toEqual([
    'goTo',
    undefined,
    'today',
    undefined,
  ]);
  expect(press('d')).toBeUndefined();
});

test('nothing that belongs to the browser is taken', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 1 }), fc.constantFrom('ctrlKey', 'metaKey'), (key, held) => {
      expect(press(key, { [held]: true })).toBeUndefined();
    }),
  );
});
