import { t } from '../../platform/messages';
import { countSamples, removeSampleDay } from '../../storage/sample-day';
import { focusWhenThere } from '../parts/focus';
import type { Toast } from '../parts/toast';
import { useLive } from '../parts/use-live';

/** The way back from a sample day, on every page for as long as there is any of it. */
export function SampleLine({ say, failed }: { say(toast: Toast): void; failed(error: unknown): void }) {
  const count = useLive(() => countSamples(), [], failed);
  if (!count) return null;

  async function remove(): Promise<void> {
    await removeSampleDay();
    say({ text: t('sampleRemoved') });
    focusWhenThere('h1');
  }

  return (
    <section class="sample-line" aria-label={t('sampleLinks')}>
      {t('sampleThere')}{' '}
      <button type="button" class="plain" onClick={() => void remove().catch(failed)}>
        {t('sampleRemove')}
      </button>
    </section>
  );
}
