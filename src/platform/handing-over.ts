import browser from 'webextension-polyfill';
import { Problem } from '../core/errors';
import type { Passage } from '../core/link';
import type { Save } from '../core/save';
import type { Clock, Saved } from '../storage/links';

/**
 * The one message there is: in a private window the popup hands what is to be saved to the background, since Firefox shuts IndexedDB
 * there. It is sent when Save was pressed and not before.
 */
interface Handed {
  kind: 'save';
  save: Save;
  passage: Passage;
  clock: Clock;
}

type Answer = { saved: Saved } | { problem: [Problem['code'], string] } | { failed: string };

/** @throws what kept the background from saving: a Problem, or an Error with its text */
export async function handOver(save: Save, passage: Passage, clock: Clock): Promise<Saved> {
  const handed: Handed = { kind: 'save', save, passage, clock };
  const answer: Answer = await browser.runtime.sendMessage(handed);
  if ('problem' in answer) throw new Problem(...answer.problem);
  if ('failed' in answer) throw new Error(answer.failed);
  return answer.saved;
}

/** Lets the background answer. Only this extension's own pages can send. */
export function onHandedOver(save: (save: Save, passage: Passage, clock: Clock) => Promise<Saved>): void {
  browser.runtime.onMessage.addListener((message: unknown) => {
    if (!isHanded(message)) return undefined;
    return save(message.save, message.passage, message.clock).then(
      (saved): Answer => ({ saved }),
      (error: unknown): Answer =>
        error instanceof Problem ? { problem: [error.code, error.detail] } : { failed: String(error) },
    );
  });
}

function isHanded(message: unknown): message is Handed {
  return typeof message === 'object' && message !== null && 'kind' in message && message.kind === 'save';
}
