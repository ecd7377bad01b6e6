import { IMPORT_HASH } from '../../core/route';
import { t } from '../../platform/messages';
import type { Importing } from './use-import';

/** That an import goes on, or waits for an answer: a line above every other page. */
export function ImportLine({ importing }: { importing: Importing }) {
  const { unfinished, step, progress } = importing;
  if (!unfinished) return null;
  const { done, all } = progress;
  return (
    <section class="sample-line" aria-label={t('import')}>
      {t(step ? 'importGoesOn' : unfinished.taking ? 'importWaitsBroken' : 'importWaits', unfinished.fileName)}{' '}
      {step === 'taking' && all > 0 && (
        <progress aria-label={t('importTaking')} value={Math.min(done, all)} max={all} />
      )}{' '}
      <a href={IMPORT_HASH}>{t('details')}</a>
    </section>
  );
}
