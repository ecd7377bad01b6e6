import { useState } from 'preact/hooks';
import type { BulkChange } from '../../core/bulk-change';
import { clockNow } from '../../platform/clock';
import { plural, t } from '../../platform/messages';
import { type BulkDone, changeLinks, undoChange } from '../../storage/bulk';
import { focusWhenThere } from '../parts/focus';
import type { Toast } from '../parts/toast';
import { cardOf } from './actions';
import type { SelectionAction } from './selection-bar';

/** Something that is about to be done to the selected links, of which a person is asked first. */
export interface Asked {
  what: 'tags' | 'private' | 'public' | 'delete';
  ids: string[];
}

interface Page {
  attempt(work: () => Promise<void>): void;
  say(toast: Toast | undefined): void;
  /** Ends the selection: what was to be done to it is done. */
  drop(): void;
  removeAll(ids: string[]): Promise<void>;
}

/** How long something may take before it is said that it goes on, in ms. */
const UNSAID = 400;

/** What is done to many links at once: asked before, with a way back. */
export function useBulk({ attempt, say, drop, removeAll }: Page) {
  const [asked, setAsked] = useState<Asked>();
  /** What was done and can be undone, the last at the end: undone in that order, each gives back what it found. */
  const [done, setDone] = useState<BulkDone[]>([]);
  const last = done.at(-1);
  const ask = (what: Asked['what']) => (ids: string[]) => ids.length > 0 && setAsked({ what, ids });

  /** Does it; what takes its time says so. */
  function working(count: number, work: () => Promise<void>): void {
    const timer = setTimeout(() => say({ text: plural('workingOn', count), lasts: true }), UNSAID);
    attempt(async () => {
      try {
        await work();
      } finally {
        clearTimeout(timer);
      }
    });
  }

  return {
    asked,
    ask,
    /** What can be done to the selected links. @param ways where else they can go */
    actions: (ways: SelectionAction[]): SelectionAction[] => [
      { label: t('tagSome'), act: ask('tags') },
      { label: t('makePrivate'), act: ask('private') },
      { label: t('makePublic'), act: ask('public') },
      { label: t('export'), menu: 'export-menu' },
      ...ways,
      { label: t('delete'), act: ask('delete') },
    ],
    cancel: () => setAsked(undefined),
    change(ids: string[], change: BulkChange): void {
      setAsked(undefined);
      working(ids.length, async () => {
        const one = await changeLinks(ids, change, clockNow());
        say(one.links.length ? undefined : { text: t('nothingChanged') });
        if (one.links.length) setDone((old) => [...old, one]);
        else focusWhenThere(cardOf(ids[0] ?? ''));
        drop();
      });
    },
    remove(ids: string[]): void {
      setAsked(undefined);
      working(ids.length, async () => {
        await removeAll(ids);
        say(undefined);
        drop();
      });
    },
    last,
    forget: () => setDone([]),
    /** Undoes the last change, and says what came of it. */
    undo(): void {
      if (!last) return;
      working(last.links.length, async () => {
        const { back, left } = await undoChange(last, clockNow());
        setDone((old) => old.filter((one) => one !== last));
        say({ text: [plural('fetchBack', back), left > 0 && plural('keptAsIs', left)].filter(Boolean).join(' ') });
        focusWhenThere(cardOf(last.links[0]?.id ?? ''));
      });
    },
  };
}
