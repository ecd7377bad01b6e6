import { describe, expect, test } from 'vitest';
import * as forms from '../../../src/core/form';
import type { Quote } from '../../../src/core/link';
import { mergeForm } from '../../../src/core/merge';
import { noFacts } from '../../../src/core/page-answer';
import { link, quote } from '../../fixtures/links';

const tab = { url: 'https://example.org/a', title: 'A talk - YouTube' };
const page = { ...noFacts, quote: 'passage', site: 'YouTube' };

test('what it shows does not depend on the order in which it learns', () => {
  const stored = link({ title: 'Stored', note: 'n', tags: ['t'] });
  const steps = [{ tab }, { page }, { link: stored }];
  const shown = [steps, [...steps].reverse()].map((order) =>
    forms.shownValues(order.reduce((form, step) => forms.learn(form, step), forms.emptyForm)),
  );
  expect(shown[0]).toEqual(shown[1]);
  expect(shown[0]).toMatchObject({ title: 'Stored', note: 'n', tags: ['t'], quote: 'passage' });
});

test('the site is taken off the title, once the page has named it', () => {
  const form = forms.learn(forms.emptyForm, { tab });
  expect(forms.shownValues(form).title).toBe('A talk - YouTube');
  expect(forms.shownValues(forms.learn(form, { page })).title).toBe('A talk');
});

test('the site is known from the host before the page answers, or where it never does', () => {
  const onYouTube = { ...tab, url: 'https://www.youtube.com/watch?v=1' };
  const form = forms.learn(forms.emptyForm, { tab: onYouTube });
  expect(forms.shownValues(form).title).toBe('A talk');
  expect(forms.saveOf(form).save.form.site).toBe('YouTube');
  expect(forms.saveOf(forms.learn(form, { page: noFacts })).save.form.site).toBe('YouTube');
});

describe('the address of a tab with tracking in it', () => {
  const exact = 'https://example.org/a?utm_source=x&id=1&fbclid=y';
  const arrived = forms.learn(forms.emptyForm, { tab: { url: exact, title: 'A page' } });

  test('is saved without it', () => {
    expect(forms.saveOf(arrived).save.form.url).toBe('https://example.org/a?id=1');
  });

  test('is saved as it is once that was put back', () => {
    expect(forms.saveOf(forms.typeInto(arrived, 'url', exact)).save.form.url).toBe(exact);
  });

  test('is the stored one where the page is known, whatever that is', () => {
    const known = forms.learn(arrived, { link: link({ url: 'https://example.org/a?id=1&gclid=z' }) });
    expect(forms.shownValues(known).url).toBe('https://example.org/a?id=1&gclid=z');
  });

  test('typed by hand it stays as it was typed', () => {
    expect(forms.saveOf(forms.typeInto(forms.emptyForm, 'url', exact)).save.form.url).toBe(exact);
  });
});

test('what is typed stays when the rest arrives', () => {
  let form = forms.typeInto(forms.emptyForm, 'title', 'Mine');
  form = forms.typeInto(form, 'quote', 'mine');
  form = forms.learn(form, { tab, page });
  expect(forms.shownValues(form)).toMatchObject({ title: 'Mine', quote: 'mine' });
  expect(forms.offeredPassage(form)).toBe('passage');
});

describe('a page that is known', () => {
  const stored = link({ quotes: [quote({ text: 'passage' })], note: 'old', tags: ['a'] });

  test.each(['passage', '\npassage', 'passage \n', 'passage\r\n'])('its passage is not quoted twice: %j', (text) => {
    const known = forms.learn(forms.emptyForm, { tab, page: { ...page, quote: text }, link: stored });
    expect(forms.shownValues(known).quote).toBe('');
  });

  test('tags typed before it was known are united with its own', () => {
    const form = forms.learn(forms.typeInto(forms.emptyForm, 'tags', ['b']), { link: stored });
    expect(forms.shownValues(form).tags).toEqual(['a', 'b']);
  });

  test('saving tells a note typed before from one that was edited', () => {
    const before = forms.learn(forms.typeInto(forms.emptyForm, 'note', 'new'), { link: stored });
    expect(forms.saveOf(before).save).toMatchObject({ base: { note: '' }, form: { note: 'new' } });
    const after = forms.typeInto(forms.learn(forms.emptyForm, { link: stored }), 'note', 'edited');
    expect(forms.saveOf(after).save).toMatchObject({ base: { note: 'old' }, form: { note: 'edited' } });
  });

  test('an earlier quote is edited, or removed, in its place', () => {
    const known = forms.learn(forms.emptyForm, { link: stored });
    const removed = forms.typeEarlier(known, quote({ text: 'passage' }), '');
    expect(forms.saveOf(removed).save.form.quotes.map((one) => one.text)).toEqual(['']);
    expect(forms.saveOf(removed).save.base.quotes).toEqual(stored.quotes);
  });
});

describe('tags that a link starts with', () => {
  const startTags = ['press', 'web'];
  const fresh = forms.learn(forms.emptyForm, { tab, startTags });

  test('stand there untouched: they are saved, and make no draft', () => {
    expect(forms.shownValues(fresh).tags).toEqual(['press', 'web']);
    expect(forms.saveOf(fresh).save.form.tags).toEqual(['press', 'web']);
    expect(forms.draftOf(fresh)).toBeUndefined();
  });

  test('are nothing to a page that is known', () => {
    const known = forms.learn(fresh, { link: link({ tags: ['a'] }) });
    expect(forms.shownValues(known).tags).toEqual(['a']);
  });

  test('are not put upon a page that another window saved meanwhile', () => {
    const { save } = forms.saveOf(fresh);
    expect(mergeForm(link({ tags: ['a'] }), save.base, save.form).tags).toEqual(['a']);
    const touched = forms.saveOf(forms.typeInto(fresh, 'tags', ['web', 'new']));
    expect(mergeForm(link({ tags: ['a'] }), touched.save.base, touched.save.form).tags).toEqual(['a', 'new']);
  });

  test('are united with what was typed before they arrived', () => {
    let form = forms.typeInto(forms.typeInto(forms.emptyForm, 'tags', ['typed']), 'tag', 'hal');
    form = forms.learn(form, { startTags });
    expect(forms.shownValues(form)).toMatchObject({ tags: ['press', 'web', 'typed'], tag: 'hal' });
    const removed = forms.learn(forms.typeInto(form, 'tags', ['typed']), { page });
    expect(forms.shownValues(removed).tags).toEqual(['typed']);
  });

  test('stay away where they were taken away, in a draft too', () => {
    const draft = forms.draftOf(forms.typeInto(fresh, 'tags', []));
    expect(draft?.typed.tags).toEqual([]);
    const later = forms.restoreDraft(forms.emptyForm, draft ?? { typed: {}, bases: {} });
    expect(forms.shownValues(forms.learn(later, { tab, startTags: ['other'] })).tags).toEqual([]);
  });

  test('give way to the tags of a link that comes later, with what was typed', () => {
    const typed = forms.typeInto(fresh, 'tags', ['web', 'typed']);
    expect(forms.shownValues(forms.learn(typed, { link: link({ tags: ['a'] }) })).tags).toEqual(['a', 'typed']);
  });
});

describe('a page that is no longer, or not yet, as it was', () => {
  test('the edit of a quote whose link is gone becomes a new passage', () => {
    const known = forms.learn(forms.emptyForm, { tab, link: link({ quotes: [quote({ text: 'was' })] }) });
    const draft = forms.draftOf(forms.typeEarlier(known, quote({ text: 'was' }), 'was, and is'));
    const gone = forms.restoreDraft(forms.learn(forms.emptyForm, { tab }), draft ?? { typed: {}, bases: {} });
    expect(forms.saveOf(gone).passage.text).toBe('was, and is');
    expect(forms.saveOf(forms.typeInto(gone, 'quote', 'new')).passage.text).toBe('new\n\nwas, and is');
  });

  test('tracking that was put back gives way to the address of a link that comes later', () => {
    const tracked = 'https://example.org/a?utm_source=x';
    const typed = forms.typeInto(forms.learn(forms.emptyForm, { tab: { ...tab, url: tracked } }), 'url', tracked);
    expect(forms.shownValues(typed).url).toBe(tracked);
    const stored = link({ url: tab.url, key: tab.url });
    expect(forms.shownValues(forms.learn(typed, { link: stored })).url).toBe(tab.url);
    const edited = forms.typeInto(forms.learn(forms.emptyForm, { link: { ...stored, url: tracked } }), 'url', tab.url);
    expect(forms.shownValues(forms.learn(edited, { page })).url).toBe(tab.url);
  });
});

test('a tag that was not ended is saved all the same', () => {
  const form = forms.typeInto(forms.typeInto(forms.emptyForm, 'tags', ['a']), 'tag', 'b');
  expect(forms.saveOf(form).save.form.tags).toEqual(['a', 'b']);
});

describe('the anchor of the passage', () => {
  const anchored = { ...page, quote: 'a passage of the page', anchor: ':~:text=passage' };
  const other = { ...page, quote: 'quite another', anchor: ':~:text=another' };
  const anchorOf = (form: forms.Form) => forms.saveOf(form).passage.anchor;
  const opened = forms.learn(forms.emptyForm, { tab, page: anchored });
  const reopened = (form: forms.Form, found = page) => {
    const draft = forms.draftOf(form);
    return draft && forms.restoreDraft(forms.learn(forms.emptyForm, { tab, page: found }), draft);
  };

  test('is saved with it, also when it was edited, and not with what was typed in its place', () => {
    expect(forms.saveOf(opened).passage).toEqual({ text: anchored.quote, anchor: anchored.anchor });
    expect(anchorOf(forms.typeInto(opened, 'quote', 'a passage'))).toBe(anchored.anchor);
    expect(anchorOf(forms.typeInto(opened, 'quote', `${anchored.quote}\n\nand a remark`))).toBe(anchored.anchor);
    expect(anchorOf(forms.typeInto(opened, 'quote', 'my own words'))).toBe('');
    expect(anchorOf(forms.typeInto(opened, 'quote', ''))).toBe('');
  });

  test('comes back with the draft, when the selection is gone', () => {
    const again = reopened(forms.typeInto(opened, 'note', 'n'), noFacts);
    expect(again && forms.saveOf(again).passage).toEqual({ text: anchored.quote, anchor: anchored.anchor });
    expect(again && forms.shownValues(again)).not.toHaveProperty('from');
    const oneMore = again && reopened(forms.typeInto(again, 'quote', 'passage of the page'), noFacts);
    expect(oneMore && anchorOf(oneMore)).toBe(anchored.anchor);
  });

  test('is that of the first passage, when another selection is added to a draft', () => {
    const again = reopened(forms.typeInto(opened, 'note', 'n'), other);
    const both = again && forms.typeInto(again, 'quote', `${anchored.quote}\n\n${other.quote}`);
    expect(both && anchorOf(both)).toBe(anchored.anchor);
    expect(both && anchorOf(forms.typeInto(both, 'quote', other.quote))).toBe(other.anchor);
  });

  test('without a passage in the draft is that of the selection that is added', () => {
    const form = forms.learn(forms.typeInto(forms.emptyForm, 'quote', 'typed'), { page: other });
    expect(anchorOf(form)).toBe('');
    expect(anchorOf(forms.typeInto(form, 'quote', `typed\n\n${other.quote}`))).toBe(other.anchor);
  });
});

describe('a draft', () => {
  test('a tag that was not ended is one when another is typed', () => {
    const known = forms.learn(forms.emptyForm, { link: link({ tags: ['a'] }) });
    const draft = { typed: { tag: 'python' }, bases: {} };
    expect(forms.shownValues(forms.restoreDraft(known, draft))).toMatchObject({ tags: ['a'], tag: 'python' });
    const typing = forms.restoreDraft(forms.typeInto(known, 'tag', 'x'), draft);
    expect(forms.shownValues(typing)).toMatchObject({ tags: ['a', 'python'], tag: 'x' });
  });

  test('meets the link it did not know: tags are united, the edit of a quote that is gone is in sight', () => {
    const draft = {
      typed: { tags: ['b'], earlier: [['gone', 'gone, edited']] as [string, string][] },
      bases: { tags: [] },
    };
    const met = forms.restoreDraft(forms.learn(forms.emptyForm, { link: link({ tags: ['a'] }) }), draft);
    expect(forms.shownValues(met)).toMatchObject({ tags: ['a', 'b'], quote: 'gone, edited' });
  });

  test('comes back, and what was typed meanwhile stays', () => {
    const draft = { typed: { note: 'then', tags: ['a'], title: 'Then' }, bases: { note: '' } };
    let form = forms.typeInto(forms.emptyForm, 'note', 'now');
    form = forms.typeInto(form, 'tags', ['b']);
    expect(forms.shownValues(forms.restoreDraft(form, draft))).toMatchObject({
      note: 'then\n\nnow',
      tags: ['a', 'b'],
      title: 'Then',
    });
  });

  test('brings its edits of earlier quotes, beside those made meanwhile', () => {
    const stored = link({ quotes: [quote({ text: 'one' }), quote({ text: 'two' })] });
    const known = forms.learn(forms.emptyForm, { link: stored });
    const form = forms.typeEarlier(known, stored.quotes[1] as Quote, 'two now');
    const draft = { typed: { earlier: [['one', 'one then']] as [string, string][] }, bases: {} };
    expect(forms.shownValues(forms.restoreDraft(form, draft)).earlier).toEqual(['one then', 'two now']);
  });
});
