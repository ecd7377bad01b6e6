import { describe, expect, test } from 'vitest';
import { draftIn, draftPlace, formOfDraft, keptUntil, saysSomething } from '../../../src/core/draft';
import { draftOfEarly, formOfFields } from '../../../src/core/early-typing';
import * as forms from '../../../src/core/form';
import { noFacts } from '../../../src/core/page-answer';
import { draft } from '../../fixtures/drafts';
import { link } from '../../fixtures/links';

const tab = { url: 'https://example.org/a', title: 'A talk - YouTube' };
const page = { ...noFacts, quote: 'passage', site: 'YouTube' };
const lying = { key: 'one', place: draftPlace(tab.url), at: 1_700_000_000 };
const DAY = 24 * 3600;

describe('a draft', () => {
  test('keeps the passage too, since the selection will be gone', () => {
    const form = forms.typeInto(forms.learn(forms.emptyForm, { tab, page }), 'note', 'n');
    expect(draftIn(form, lying)?.typed).toEqual({ note: 'n', quote: 'passage' });
  });

  test('is nothing while nothing was typed', () => {
    expect(draftIn(forms.learn(forms.emptyForm, { tab, page }), lying)).toBeUndefined();
  });

  test('means the same save as the form that it was kept of', () => {
    const form = forms.typeInto(forms.learn(forms.emptyForm, { tab, page }), 'tags', ['one']);
    const kept = draftIn(form, lying);
    expect(kept && forms.saveOf(formOfDraft(kept))).toMatchObject({
      save: { form: { url: tab.url, title: 'A talk', site: 'YouTube', tags: ['one'] } },
      passage: { text: 'passage' },
    });
  });

  test.each([
    ['(500) Days of Summer', { ...noFacts, titles: ['(500) Days of Summer'] }, '(500) Days of Summer', ''],
    ['Issue 5 · owner/repo · GitHub', undefined, 'Issue 5 · owner/repo', 'GitHub'],
  ])('keeps title and site of %s as they were shown', (title, facts, shown, site) => {
    const known = { tab: { url: 'https://github.com/owner/repo/issues/5', title }, ...(facts && { page: facts }) };
    const kept = draftIn(forms.typeInto(forms.learn(forms.emptyForm, known), 'note', 'n'), lying);
    expect(kept && forms.saveOf(formOfDraft(kept)).save.form).toMatchObject({ title: shown, site });
  });

  test('that only takes quotes away says nothing once its link is gone', () => {
    const removing = draft({ typed: { earlier: [['was', '']] } });
    expect(saysSomething({ draft: removing, link: link() })).toBe(true);
    expect(saysSomething({ draft: removing })).toBe(false);
    expect(saysSomething({ draft: draft({ typed: { earlier: [['was', 'is']] } }) })).toBe(true);
  });

  test('of a page that is saved by now is a change to its link', () => {
    const form = formOfDraft(draft({ typed: { tags: ['b'] }, bases: { tags: [] } }), link({ tags: ['a'], note: 'n' }));
    expect(forms.shownValues(form)).toMatchObject({ title: 'A page', tags: ['a', 'b'], note: 'n' });
  });

  test('lies at its page, or at one place for all pages that the browser hides', () => {
    expect(draftPlace('https://Example.org/a?utm_source=x#y')).toBe('https://example.org/a');
    expect(draftPlace('')).toBe('hidden');
  });
});

describe('how long it is kept', () => {
  test('30 days from its last change', () => {
    expect(keptUntil(draft({ at: 0 }), 0)).toBe(30 * DAY);
    expect(keptUntil(draft({ at: 0 }), 30 * DAY)).toBe(30 * DAY);
  });

  test('a day more when it is found later than that', () => {
    expect(keptUntil(draft({ at: 0 }), 40 * DAY)).toBe(41 * DAY);
    expect(keptUntil(draft({ at: 0, dueAt: 40 * DAY }), 40 * DAY + 5)).toBe(41 * DAY);
    // Noted while the clock was ahead.
    expect(keptUntil(draft({ at: 0, dueAt: 99 * DAY }), 40 * DAY)).toBe(41 * DAY);
  });
});

describe('what is typed before the app is there', () => {
  const nothing = { title: '', quote: '', note: '', tag: '', private: false };

  test('becomes a draft of the tab', () => {
    const typing = {
      url: 'about:reader?…',
      title: 'A page',
      at: 5_900,
      fields: { ...nothing, note: 'n', private: true },
    };
    expect(draftOfEarly(typing, 'https://example.org/a', 'two')).toMatchObject({
      key: 'two',
      place: 'https://example.org/a',
      url: 'https://example.org/a',
      title: 'A page',
      at: 5,
      typed: { note: 'n', private: true },
    });
  });

  test('is nothing when it was deleted again', () => {
    expect(draftOfEarly({ url: '', title: '', at: 0, fields: nothing }, '', 'two')).toBeUndefined();
    expect(forms.isTouched(formOfFields(nothing))).toBe(false);
  });
});
