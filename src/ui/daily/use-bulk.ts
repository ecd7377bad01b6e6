import { useState } from 'preact/hooks';
import type { BulkChange } from '../../core/bulk-change';
import { clockNow } from '../../platform/clock';
import { plural, t } from '../../platform/messages';
import { type BulkDone, type BulkUndone, changeLinks, undoChange } from '../../storage/bulk';
import { focusWhenThere } from '../parts/focus';
import type { Toast } from '../parts/toast';
import { cardOf } from './actions';
import type { SelectionAction } from './selection-bar';
import { useWork } from './use-work';

/** Something that is about to be done to the selected links, of which a person is asked first. */
export interface Asked {
  what: 'tags' | 'private' | 'public' | 'delete';
  ids: string[];
}

/** What was done, as far as it went. */
export interface Deed extends BulkDone {
  /** Links that it did not come to: it was stopped, or failed. */
  unreached: number;
}

interface Page {
  attempt(work: () => Promise<void>): void;
  say(toast: Toast | undefined): void;
  /** Ends the selection: what was to be done to it is done. */
  drop(): void;
  removeAll(ids: string[]): Promise<void>;
}

/** What is done to many links at once: asked before, with a way back. */
export function useBulk({ attempt, say, drop, removeAll }: Page) {
  const [asked, setAsked] = useState<Asked>();
  /** What was done and can be undone, the last at the end: undone in that order, each gives back what it found. */
  const [done, setDone] = useState<Deed[]>([]);
  const { work, run } = useWork();
  const last = done.at(-1);
  const ask = (what: Asked['what']) => (ids: string[]) => ids.length > 0 && !work && setAsked({ what, ids });

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
      const ended = (one: BulkDone, unreached: number) => {
        say(
          one.links.length ? undefined : { text: joined(!unreached && t('nothingChanged'), unreachedText(unreached)) },
        );
        if (one.links.length) setDone((old) => [...old, { ...one, unreached }]);
        else focusWhenThere(cardOf(ids[0] ?? ''));
        drop();
      };
      attempt(() => run(ids.length, changeLinks(ids, change, clockNow()), ended));
    },
    remove(ids: string[]): void {
      setAsked(undefined);
      attempt(async () => {
        await removeAll(ids);
        drop();
      });
    },
    work,
    last,
    forget: () => setDone([]),
    /** Undoes the last change, and says what came of it. */
    undo(): void {
      if (!last) return;
      const ended = ({ back, left, rest }: BulkUndone) => {
        const still = rest.links.length > 0;
        setDone((old) => old.flatMap((one) => (one !== last ? one : still ? { ...rest, unreached: 0 } : [])));
        say({ text: joined(plural('fetchBack', back), left > 0 && plural('keptAsIs', left)) });
        if (!still) focusWhenThere(cardOf(last.links[0]?.id ?? ''));
      };
      attempt(() => run(last.links.length, undoChange(last, clockNow()), ended));
    },
  };
}

/** What was done, in words. */
export function deedText({ change, links, same, gone, unreached }: Deed): string {
  const name = change.field === 'tags' ? 'retagged' : change.private ? 'madePrivate' : 'madePublic';
  return joined(
    plural(name, links.length),
    same > 0 && plural('soAlready', same),
    gone > 0 && plural('goneAlready', gone),
    unreachedText(unreached),
  );
}

function unreachedText(count: number): string | false {
  return count > 0 && plural('unreached', count);
}

function joined(...sentences: (string | false)[]): string {
  return sentences.filter(Boolean).join(' ');
}
