import browser from 'webextension-polyfill';
import { Problem } from '../core/errors';
import type { Passage } from '../core/link';
import type { Save } from '../core/save';
import type { Clock, Saved } from '../storage/links';
import { sessionDrafts } from './session-drafts';

/**
 * The one message there is: in a private window the popup hands what is to be saved to the background, since Firefox shuts IndexedDB
 * there. It is sent when Save was pressed and not before.
 */
interface Handed {
  kind: 'save';
  save: Save;
  passage: Passage;
  clock: Clock;
  /** Keys of the drafts that are hereby saved. */
  drafts: string[];
}

type Answer = { saved: Saved } | { problem: [Problem['code'], string] } | { failed: string };

/** @throws what kept the background from saving: a Problem, or an Error with its text */
export async function handOver(save: Save, passage: Passage, clock: Clock, drafts: string[]): Promise<Saved> {
  const handed: Handed = { kind: 'save', save, passage, clock, drafts };
  const answer: Answer = await browser.runtime.sendMessage(handed);
  if ('problem' in answer) throw new Problem(...answer.problem);
  if ('failed' in answer) throw new Error(answer.failed);
  return answer.saved;
}

/** Lets the background answer, and drop what was saved from the drafts of private windows. Only this extension's own pages can send. */
export function onHandedOver(save: (save: Save, passage: Passage, clock: Clock) => Promise<Saved>): void {
  browser.runtime.onMessage.addListener((message: unknown) => {
    if (!isHanded(message)) return undefined;
    return saveHanded(message, save).then(
      (saved): Answer => ({ saved }),
      (error: unknown): Answer =>
        error instanceof Problem ? { problem: [error.code, error.detail] } : { failed: String(error) },
    );
  });
}

async function saveHanded(
  { save, passage, clock, drafts }: Handed,
  saveLink: (save: Save, passage: Passage, clock: Clock) => Promise<Saved>,
): Promise<Saved> {
  const saved = await saveLink(save, passage, clock);
  await sessionDrafts.replace(drafts);
  return saved;
}

function isHanded(message: unknown): message is Handed {
  return typeof message === 'object' && message !== null && 'kind' in message && message.kind === 'save';
}
