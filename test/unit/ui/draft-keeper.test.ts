import { expect, test } from 'vitest';
import type { Draft, DraftStore } from '../../../src/core/draft';
import { emptyForm, type Form, typeInto } from '../../../src/core/form';
import { draftKeeper } from '../../../src/ui/parts/draft-keeper';

/** A keeper of a form, with what it asked its store to do; a write ends when the test says so. */
function keeperOf(lying?: Promise<unknown>) {
  let form: Form = emptyForm;
  const asked: { gone: string[]; draft: Draft | undefined; end(): void; fail(): void }[] = [];
  const failures: unknown[] = [];
  const store: DraftStore = {
    read: async () => [],
    replace: (gone, draft) =>
      new Promise((end, fail) => {
        asked.push({ gone, draft, end, fail: () => fail(new Error('full')) });
      }),
  };
  const keeper = draftKeeper(
    Promise.resolve(lying).then(() => ({ store, place: 'adding' })),
    () => form,
    (error) => failures.push(error),
    'mine',
  );
  const type = (note: string) => {
    form = typeInto(form, 'note', note);
    return keeper.put();
  };
  const clear = () => {
    form = emptyForm;
    return keeper.put();
  };
  return { keeper, asked, failures, type, clear, notes: () => asked.map(({ draft }) => draft?.typed.note) };
}

const microtasks = async () => {
  for (let count = 0; count < 20; count += 1) await Promise.resolve();
};

test('no write waits for the one before it', async () => {
  const { notes, type } = keeperOf();
  for (const note of ['a', 'ab', 'abc']) {
    void type(note);
    await microtasks();
  }
  expect(notes()).toEqual(['a', 'ab', 'abc']);
});

test('what is typed in one go, or before it is known where the draft lies, is one write', async () => {
  let know = () => {};
  const { notes, type } = keeperOf(
    new Promise<void>((resolve) => {
      know = resolve;
    }),
  );
  for (const note of ['a', 'ab', 'abc']) void type(note);
  await microtasks();
  expect(notes()).toEqual([]);
  know();
  await microtasks();
  expect(notes()).toEqual(['abc']);
});

test('it takes the place of the draft that was put back, and goes with it when nothing is left', async () => {
  const { keeper, asked, type, clear } = keeperOf();
  keeper.goOnFrom('old');
  void type('a');
  await microtasks();
  void clear();
  await microtasks();
  expect(asked.map(({ gone, draft }) => [gone, draft?.key])).toEqual([
    [['old'], 'mine'],
    [['mine', 'old'], undefined],
  ]);
});

test('settling waits for what is under way', async () => {
  const { keeper, asked, type } = keeperOf();
  void type('a');
  await microtasks();
  let settled = false;
  const settling = keeper.settle().then(() => {
    settled = true;
  });
  await microtasks();
  expect(settled).toBe(false);
  asked[0]?.end();
  await settling;
});

test('a failure is told, and the next change is tried', async () => {
  const { asked, failures, type, notes } = keeperOf();
  const kept = type('a');
  await microtasks();
  asked[0]?.fail();
  expect(await kept).toBe(false);
  expect(failures).toHaveLength(1);
  void type('ab');
  await microtasks();
  expect(notes()).toEqual(['a', 'ab']);
});
