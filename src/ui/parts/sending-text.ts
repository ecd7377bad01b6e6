import { Problem } from '../../core/errors';
import { language, plural, t } from '../../platform/messages';
import type { SendingStatus } from '../../storage/sending-status';
import { problemText } from './problem-text';

/** What waits to be sent, a piece of text for each thing there is to know of it; empty where nothing waits. */
export function waitingText(status: SendingStatus): string[] {
  const { waiting, sending } = status;
  const { retryAt } = sending;
  if (!waiting) return [];
  return [
    plural('waitForServer', waiting),
    lastSentText(status),
    retryAt !== undefined && !sending.stopped && t('nextTry', shownTime(retryAt)),
  ].filter((piece) => piece !== false && piece !== undefined);
}

/** Undefined where nothing was sent yet. */
export function lastSentText({ sending: { lastSent } }: SendingStatus): string | undefined {
  return lastSent === undefined ? undefined : t('lastSent', shownTime(lastSent));
}

/** Why nothing more is sent; undefined where it goes on. */
export function stoppedText({ sending }: SendingStatus): string | undefined {
  return sending.stopped && t('sendingStopped', problemText(new Problem(sending.stopped, sending.detail)));
}

/** Why it is put off, in a sentence; undefined where it is not. */
export function putOffText({ waiting, sending }: SendingStatus): string | undefined {
  const { why, detail, retryAt } = sending;
  return waiting > 0 && retryAt !== undefined && why ? problemText(new Problem(why, detail)) : undefined;
}

/** The time of a moment (ms since 1970) on this computer's clock, with its day where that is not today. */
function shownTime(ms: number): string {
  const today = new Date().toDateString() === new Date(ms).toDateString();
  const options: Intl.DateTimeFormatOptions = today
    ? { timeStyle: 'short' }
    : { dateStyle: 'medium', timeStyle: 'short' };
  return new Intl.DateTimeFormat(language(), options).format(ms);
}
