import { plural, t } from '../../platform/messages';
import { wakeSender } from '../../platform/wake';
import { goOnSending } from '../../storage/server';
import { focusWhenThere } from '../parts/focus';
import { SendingNews } from '../parts/sending-news';
import { putOffText, stoppedText, waitingText } from '../parts/sending-text';
import { useSending } from '../parts/use-sending';
import { WHY_REFUSED } from './server-mark';

/** How sending stands: a line above the page while something waits, was refused or is stopped. Asks by itself, so that no card is drawn again. */
export function SendingLine({ failed }: { failed(error: unknown): void }) {
  const status = useSending(failed);
  if (!status) return null;
  const { refused } = status;
  const stopped = stoppedText(status);
  const waits = waitingText(status);
  const told = waits.length > 0 || refused > 0 || stopped;
  return (
    <section class="page sending-line" aria-label={told ? t('sending') : undefined}>
      <p>
        {waits.map((piece) => (
          <span key={piece}>{piece}</span>
        ))}
        {!refused && !stopped && putOffText(status) && <a href={WHY_REFUSED}>{t('seeWhy')}</a>}
        {refused > 0 && <a href={WHY_REFUSED}>{t('actionOn', plural('refused', refused), t('details'))}</a>}
        {stopped && <span class="problem">{stopped}</span>}
        {stopped && (
          <button
            type="button"
            class="plain"
            onClick={() => {
              focusWhenThere('h1');
              void goOnSending().then(wakeSender, failed);
            }}
          >
            {t('tryAgain')}
          </button>
        )}
        {stopped && <a href="settings.html#server">{t('settings')}</a>}
      </p>
      <SendingNews status={status} />
    </section>
  );
}
