import { t } from '../../platform/messages';

/** Says what the permission is for, before the browser asks in its own words. */
export function Ask({ refused, onAsk }: { refused: boolean; onAsk(): void }) {
  return (
    <section>
      <p>{t('tabsWhy')}</p>
      <button type="button" class="primary" onClick={onAsk}>
        {t('tabsList')}
      </button>
      <p class="problem" role="alert">
        {refused && t('tabsRefused')}
      </p>
    </section>
  );
}
