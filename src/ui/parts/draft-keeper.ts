import { type Draft, type DraftStore, draftIn } from '../../core/draft';
import type { Form } from '../../core/form';
import { clockNow } from '../../platform/clock';
import { freshId } from '../../storage/fresh-id';

/**
 * Keeps what is typed into one form as its draft: call `put` at every change. No write waits for the one before it: a popup may be
 * gone in the same moment, and what the browser has been given by then is what is kept.
 * @param lying where the draft lies; nothing is written before that is known
 * @param current the form as it is when a write begins
 */
export function draftKeeper(
  lying: Promise<{ store: DraftStore; place: string }>,
  current: () => Form,
  failed: (error: unknown) => void,
  key = freshId(clockNow().ms),
) {
  /** Keys of the drafts that were put back into the form. */
  const before: string[] = [];
  let waiting = false;
  let last = Promise.resolve(true);

  async function write(): Promise<boolean> {
    try {
      const { store, place } = await lying;
      waiting = false;
      const draft = now(place);
      await store.replace(draft ? before : keys(), draft);
      return true;
    } catch (error) {
      waiting = false;
      failed(error);
      return false;
    }
  }

  function now(place: string): Draft | undefined {
    return draftIn(current(), { key, place, at: Math.floor(clockNow().ms / 1000) });
  }

  function keys(): string[] {
    return [key, ...before];
  }

  return {
    /** The draft as it would be written now; undefined when nothing is typed. */
    now,
    /** Resolves to whether it was kept. */
    put(): Promise<boolean> {
      if (!waiting) {
        waiting = true;
        last = write();
      }
      return last;
    },
    /** The form shows that draft now: what is kept from here on takes its place. */
    goOnFrom(draft: string): void {
      before.push(draft);
    },
    /** Keys of all drafts that this form stands for: they go when it is saved or discarded. */
    keys,
    /** Resolves when nothing is under way any more; writes end in the order in which they began. Never rejects. */
    async settle(): Promise<void> {
      await Promise.allSettled([lying, last]);
    },
  };
}
