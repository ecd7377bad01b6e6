import { language, plural, t } from '../../platform/messages';
import type { Work } from './use-work';

/** How far something is that takes its time, and the way to end it. A screen reader says once that it goes on. */
export function WorkToast({ work }: { work: Work | undefined }) {
  if (!work) return null;
  const { count, all, stop } = work;
  return (
    <p class="toast work">
      <span>{plural('workingOn', all)}</span>
      <progress aria-label={t('howFar')} value={count} max={all} />
      <small aria-hidden="true">{count.toLocaleString(language())}</small>
      <button type="button" onClick={stop}>
        {t('stop')}
      </button>
    </p>
  );
}
