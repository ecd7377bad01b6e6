import { isDay } from '../../core/day';
import { Problem } from '../../core/errors';
import { t } from '../../platform/messages';
import { shownDay } from './dates';

/** The sentence that tells a person what failed and what to do. Knows Problems and the failures of a database; the rest is named. */
export function problemText(error: unknown): string {
  if (error instanceof Problem) {
    return t(`error_${error.code}`, isDay(error.detail) ? shownDay(error.detail) : error.detail);
  }
  const name = error instanceof Error ? nameOf(error) : String(error);
  if (/QuotaExceeded/.test(name)) return t('error_fullDisk');
  if (/InvalidState|MissingAPI|OpenFailed|SecurityError/.test(name)) return t('error_noStorage');
  return t('error_unexpected', error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 200) : name);
}

/** Dexie wraps the browser's own error: the inner one says what it was. */
function nameOf(error: Error & { inner?: unknown }): string {
  return `${error.name} ${error.inner instanceof Error ? error.inner.name : ''} ${error.message}`;
}
