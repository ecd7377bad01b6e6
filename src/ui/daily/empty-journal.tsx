import { dayHash } from '../../core/route';
import { clockNow } from '../../platform/clock';
import { language, t } from '../../platform/messages';
import { loadSampleDay } from '../../storage/sample-day';
import { focusWhenThere } from '../parts/focus';
import { useShortcuts } from '../parts/use-shortcuts';

/** The first thing there is to see: what to do, with the key as it is set now, and what there is to begin with. */
export function EmptyJournal({ failed }: { failed(error: unknown): void }) {
  const keys = useShortcuts(failed);
  if (keys === undefined) return null;
  const key = keys?._execute_action;

  async function loadSample(): Promise<void> {
    location.hash = dayHash(await loadSampleDay(language(), clockNow()));
    focusWhenThere('h1');
  }

  return (
    <section class="empty first-run">
      <h2>{t('emptyJournal')}</h2>
      <ol>
        <li>{key ? t('emptySave', key) : t('emptySaveNoKey')}</li>
        <li>{t('emptyQuote')}</li>
        <li>{t('emptyPrivacy')}</li>
      </ol>
      <p class="ways">
        <button type="button" class="quiet" onClick={() => void loadSample().catch(failed)}>
          {t('sampleLoad')}
        </button>
        <button type="button" class="quiet" onClick={() => document.getElementById('import-file')?.click()}>
          {t('importBookmarks')}
        </button>
        <a href="settings.html#server">{t('fetchFromServer')}</a>
      </p>
    </section>
  );
}
