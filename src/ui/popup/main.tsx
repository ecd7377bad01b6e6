import { hydrate, render } from 'preact';
import { dayOf } from '../../core/day';
import type { Draft } from '../../core/draft';
import * as forms from '../../core/form';
import { splitTyped, type TagUse } from '../../core/tags';
import { clockNow } from '../../platform/clock';
import { handOver } from '../../platform/handing-over';
import { readPage } from '../../platform/page';
import { dailyAddress } from '../../platform/pages';
import { currentTab, type Tab } from '../../platform/tab';
import { tagUses } from '../../storage/counts';
import { journal } from '../../storage/database';
import { type DraftPlace, readDraft } from '../../storage/drafts';
import { restoreLink, type Saved, saveLink } from '../../storage/links';
import { findPage } from '../../storage/reading';
import { draftKeeper } from '../parts/draft-keeper';
import { problemText } from '../parts/problem-text';
import { keepFocusInSight } from './in-sight';
import { calm, Popup, type Surroundings } from './popup';
import { SavedAnswer } from './saved';

/*
 * The popup: tab → capture → link → storage. The form can be typed into before this file is even loaded; nothing here is waited for
 * before the person may type, and what was typed already is taken over.
 */

const CLOSE_AFTER = 1500;
/** A page that says nothing for so long (ms) has no quote to give: saving does not wait any longer. */
const PATIENCE = 1000;

const root = document.querySelector('main') as HTMLElement;
let form: forms.Form = typedSoFar();
let around: Surroundings = calm;
let uses: TagUse[] = [];
let binnedId = '';
/** Once saved, nothing is drawn or kept any more: taking the form away makes its fields lose their focus, which is no input. */
let over = false;

const tabKnown = currentTab();
const pageRead = tabKnown.then((tab) => tab && readPage(tab, PATIENCE));
const lookedUp = tabKnown.then((tab) => tab && lookUp(tab));
const drafts = draftKeeper(
  draftPlace,
  () => form,
  (error) => tell({ problem: problemText(error) }),
);

start();

function start(): void {
  hydrate(view(), root);
  document.documentElement.dataset.app = 'here';
  keepFocusInSight();
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
    event.preventDefault();
    void save();
  });
  const { ended, rest } = splitTyped(forms.shownValues(form).tag);
  if (ended.length) onTags(ended, rest);
  else if (forms.draftOf(form)) drafts.put();
  void tabKnown.then((tab) => tab && arrive(tab));
  void pageRead.then((page) => {
    if (page?.refused) tell({ refused: page.refused });
    else if (page) change(forms.learn(form, { page }));
  });
  if (document.documentElement.dataset.wish === 'save') void save();
}

function arrive(tab: Tab): void {
  tell({ privateWindow: tab.private });
  change(forms.learn(form, { tab }));
}

/** Looks the page up in the journal: its link, its draft, the tags used so far. Never throws: what fails is told. */
async function lookUp(tab: Tab): Promise<void> {
  try {
    const [{ link, binned }, draft, tags] = await Promise.all([
      findPage(tab.url),
      // Drafts are neither read nor written in a private window.
      tab.private ? undefined : readDraft({ page: tab.url }),
      tagUses(journal),
    ]);
    uses = [...tags.values()];
    if (binned) {
      binnedId = binned.id;
      tell({ binned: dayOf(binned.deletedAt, clockNow().offset) });
    }
    if (link) form = forms.learn(form, { link });
    if (draft) restore(draft);
    draw();
  } catch (error) {
    // In Firefox's private windows there is no journal to look into; saving goes through the background there.
    if (!tab.private) tell({ problem: problemText(error) });
  }
}

function restore(draft: Draft): void {
  const typedMeanwhile = forms.draftOf(form) !== undefined;
  // The address is the tab's, with its tracking put back or not, whatever the daily page's form was about to make of it.
  const { url, ...typed } = draft.typed;
  const here = form.known.tab?.url;
  form = forms.restoreDraft(form, { ...draft, typed: here && url !== here ? typed : draft.typed });
  tell({ restored: true });
  if (typedMeanwhile) drafts.put();
}

/** A draft lies at its page. The older one has been read before it can be overwritten. */
async function draftPlace(): Promise<DraftPlace | undefined> {
  const tab = await tabKnown;
  await lookedUp;
  return tab && !tab.private ? { page: tab.url } : undefined;
}

/** Tab → capture → link → storage; then the answer, and the popup goes. */
async function save(): Promise<void> {
  if (around.saving || over) return;
  tell({ saving: true, problem: '' });
  try {
    const [tab] = await Promise.all([tabKnown, pageRead, lookedUp]);
    await drafts.stop();
    const { save: what, passage } = forms.saveOf(form);
    const saved = tab?.private
      ? await handOver(what, passage, clockNow())
      : await saveLink(what, passage, clockNow(), { page: tab?.url ?? '' });
    answer(saved);
  } catch (error) {
    tell({ saving: false, problem: problemText(error) });
    document.getElementById('url')?.focus();
    drafts.put();
  }
}

/** By now the save is committed and other pages have heard of it, so the popup may close. */
function answer({ known, day }: Saved): void {
  over = true;
  render(<SavedAnswer known={known} address={dailyAddress(day)} />, root);
  root.querySelector('a')?.focus();
  setTimeout(() => window.close(), CLOSE_AFTER);
}

function discard(): void {
  form = { ...form, typed: {}, bases: {} };
  tell({ restored: false });
  document.getElementById('tags')?.focus();
  drafts.put();
}

async function restoreFromBin(): Promise<void> {
  const link = await restoreLink(binnedId);
  const { binned: _binned, ...rest } = around;
  around = rest;
  change(forms.learn(form, { link }));
}

function typed(next: forms.Form): void {
  if (over) return;
  change(next);
  drafts.put();
}

function onTags(tags: string[], tag: string): void {
  typed(forms.typeInto(forms.typeInto(form, 'tags', tags), 'tag', tag));
}

function change(next: forms.Form): void {
  form = next;
  draw();
}

function tell(more: Partial<Surroundings>): void {
  around = { ...around, ...more };
  draw();
}

function draw(): void {
  if (!over) render(view(), root);
}

function view() {
  return (
    <Popup
      form={form}
      around={around}
      uses={uses}
      now={Math.floor(clockNow().ms / 1000)}
      onType={(field, value) => typed(forms.typeInto(form, field, value))}
      onTags={onTags}
      onEarlier={(place, text) => {
        const quote = form.known.link?.quotes[place];
        if (quote) typed(forms.typeEarlier(form, quote, text));
      }}
      onDiscard={discard}
      onRestore={() => void restoreFromBin().catch((error: unknown) => tell({ problem: problemText(error) }))}
      onSave={() => void save()}
    />
  );
}

/** What a person typed into the static form before this file came. */
function typedSoFar(): forms.Form {
  const value = (id: string) => (document.getElementById(id) as HTMLInputElement).value;
  const hidden = (document.getElementById('private') as HTMLInputElement).checked;
  const fields = { title: value('title'), quote: value('quote'), note: value('note'), tag: value('tags') };
  let early = forms.emptyForm;
  for (const [field, text] of Object.entries(fields))
    if (text) early = forms.typeInto(early, field as keyof typeof fields, text);
  return hidden ? forms.typeInto(early, 'private', true) : early;
}
