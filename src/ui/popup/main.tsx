import { hydrate, render } from 'preact';
import { dayOf } from '../../core/day';
import { formOfFields } from '../../core/early-typing';
import * as forms from '../../core/form';
import { splitTyped, type TagUse } from '../../core/tags';
import { clockNow } from '../../platform/clock';
import { handOver } from '../../platform/handing-over';
import { type Reading, readPage } from '../../platform/page';
import { dailyAddress, openTab, saveTabsAddress } from '../../platform/pages';
import { markIfSaved } from '../../platform/saved-mark';
import { currentTab, type Tab } from '../../platform/tab';
import { wakeSender } from '../../platform/wake';
import { journal } from '../../storage/database';
import { prepareSave, unprepareSave } from '../../storage/ground';
import { restoreLink, type Saved, saveLink } from '../../storage/links';
import { findPage } from '../../storage/reading';
import { startTags } from '../../storage/start-tags';
import { problemText } from '../parts/problem-text';
import { popupDrafts } from './drafts';
import { readFields } from './fields';
import { keepFocusInSight } from './in-sight';
import { calm, Popup, type Surroundings } from './popup';
import { SavedAnswer } from './saved';

/*
 * The popup: tab → capture → link → storage. The form can be typed into before this file is even loaded; nothing here is waited for
 * before the person may type, and what was typed already is taken over.
 */

const CLOSE_AFTER = 1500;
/** A page that says nothing for so long (ms) may still be heard, but saving does not wait for it any longer. */
const PATIENCE = 1000;

const root = document.querySelector('main') as HTMLElement;
let form: forms.Form = formOfFields(readFields());
let around: Surroundings = calm;
let uses: TagUse[] = [];
let binnedId = '';
let discarded: forms.Form | undefined;
/** Once saved, nothing is drawn or kept any more: taking the form away makes its fields lose their focus, which is no input. */
let over = false;

const tabKnown = currentTab();
const pageRead = tabKnown.then((tab) => tab && readPage(tab, PATIENCE, hear));
const lookedUp = tabKnown.then((tab) => tab && lookUp(tab));
const drafts = popupDrafts(tabKnown, () => form, restore, failed);

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
  else if (forms.isTouched(form)) drafts.put();
  void tabKnown.then((tab) => tab && arrive(tab));
  void pageRead.then((page) => page && hear(page));
  if (document.documentElement.dataset.wish === 'save') void save();
}

function arrive(tab: Tab): void {
  tell({ privateWindow: tab.private });
  change(forms.learn(form, { tab }));
}

function hear(page: Reading): void {
  const { refused: _refused, ...rest } = around;
  around = page.refused ? { ...rest, refused: page.refused } : rest;
  change(page.refused ? form : forms.learn(form, { page }));
}

/** Looks the page up in the journal: its link, the tags used so far; and for its draft. Never throws: what fails is told. */
async function lookUp(tab: Tab): Promise<void> {
  try {
    const [{ link, binned }, ground, start] = await Promise.all([
      findPage(tab.url),
      prepareSave(journal),
      startTags(),
      drafts.found,
    ]);
    uses = [...ground.uses.all().values()];
    if (binned) {
      binnedId = binned.id;
      tell({ binned: dayOf(binned.deletedAt, clockNow().offset) });
    }
    if (link) {
      form = forms.learn(form, { link });
      unprepareSave();
    }
    // After the draft, which knows whether they were taken away.
    form = forms.learn(form, { startTags: start });
    draw();
  } catch (error) {
    // In Firefox's private windows there is no journal to look into; saving goes through the background there.
    if (!tab.private) failed(error);
  }
}

function restore(draft: { typed: forms.Typed; bases: forms.Bases }): void {
  const typedMeanwhile = forms.isTouched(form);
  // The address is the tab's, with its tracking put back or not.
  const { url, ...typed } = draft.typed;
  const here = form.known.tab?.url;
  form = forms.restoreDraft(form, { ...draft, typed: here && url !== here ? typed : draft.typed });
  tell({ draft: 'restored' });
  if (typedMeanwhile) drafts.put();
}

/** Tab → capture → link → storage; then the answer, and the popup goes. */
async function save(): Promise<void> {
  if (around.saving || over) return;
  tell({ saving: true, problem: '' });
  try {
    const [tab] = await Promise.all([tabKnown, pageRead, lookedUp]);
    await drafts.settle();
    const { save: what, passage } = forms.saveOf(form);
    const saved = tab?.private
      ? await handOver(what, passage, clockNow(), drafts.keys())
      : await saveLink(what, passage, clockNow(), drafts.keys());
    wakeSender();
    answer(saved);
    if (tab) void markIfSaved(tab);
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
  if (around.saving) return;
  discarded = form;
  form = { ...form, typed: {}, bases: {} };
  tell({ draft: 'discarded' });
  document.getElementById('tags')?.focus();
  drafts.put();
}

function undoDiscard(): void {
  if (around.saving) return;
  if (discarded) restore(discarded);
  document.getElementById('tags')?.focus();
  drafts.put();
}

async function restoreFromBin(): Promise<void> {
  const link = await restoreLink(binnedId);
  wakeSender();
  const { binned: _binned, ...rest } = around;
  around = rest;
  change(forms.learn(form, { link }));
}

/** The page that saves several tabs has to be told which: opening it changes what is highlighted. */
async function openSeveral(event: Event): Promise<void> {
  event.preventDefault();
  await openTab(await saveTabsAddress());
  window.close();
}

/** What is being saved does not change any more. */
function typed(next: forms.Form): void {
  if (over || around.saving) return;
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

function failed(error: unknown): void {
  tell({ problem: problemText(error) });
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
      onUndoDiscard={undoDiscard}
      onRestore={() => void restoreFromBin().catch(failed)}
      onSave={() => void save()}
      failed={failed}
      onSeveral={(event) => void openSeveral(event).catch(failed)}
    />
  );
}
