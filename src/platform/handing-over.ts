import browser from 'webextension-polyfill';
import type { Save } from '../core/save';
import type { Clock, Saved } from '../storage/links';

/**
 * The one message there is: in a private window the popup hands what is to be saved to the background, since Firefox shuts IndexedDB
 * there. It is sent when Save was pressed and not before.
 */
interface Handed {
  kind: 'save';
  save: Save;
  passage: string;
  clock: Clock;
}

/** @throws whatever kept the background from saving, as an Error */
export async function handOver(save: Save, passage: string, clock: Clock): Promise<Saved> {
  const answer: { saved: Saved } | { failed: string } = await browser.runtime.sendMessage({
    kind: 'save',
    save,
    passage,
    clock,
  } satisfies Handed);
  if ('failed' in answer) throw new Error(answer.failed);
  return answer.saved;
}

/** Lets the background answer. Only this extension's own pages can send. */
export function onHandedOver(save: (save: Save, passage: string, clock: Clock) => Promise<Saved>): void {
  browser.runtime.onMessage.addListener((message: unknown) => {
    if (!isHanded(message)) return undefined;
    return save(message.save, message.passage, message.clock).then(
      (saved) => ({ saved }),
      (error: unknown) => ({ failed: String(error) }),
    );
  });
}

function isHanded(message: unknown): message is Handed {
  return typeof message === 'object' && message !== null && 'kind' in message && message.kind === 'save';
}
