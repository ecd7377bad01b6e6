import { useEffect, useRef } from 'preact/hooks';
import { clockNow } from '../../platform/clock';
import { plural, t } from '../../platform/messages';
import { wakeSender } from '../../platform/wake';
import { giveUp, listRefused, tryAgain, waitNoMore } from '../../storage/queue';
import type { SendingStatus } from '../../storage/sending-status';
import { goOnSending } from '../../storage/server';
import { SendingNews } from '../parts/sending-news';
import { lastSentText, putOffText, stoppedText, waitingText } from '../parts/sending-text';
import { useLive } from '../parts/use-live';
import { useSending } from '../parts/use-sending';
import type { SectionProps } from './main';
import { RefusedList } from './refused-list';

/** Refused links that are listed at once. */
const LISTED = 100;

/** How sending stands, and what can be done about it: `settings.html#sending` leads here. Nothing where there is no server. */
export function Sending(say: SectionProps) {
  const status = useSending(say.failed);
  return status ? <SendingSection {...say} status={status} /> : null;
}

function SendingSection({ status, tell, failed }: SectionProps & { status: SendingStatus }) {
  const rows = useLive(() => listRefused(LISTED), [], failed);
  const heading = useRef<HTMLHeadingElement>(null);
  const toHeading = () => heading.current?.focus();
  useEffect(() => {
    if (!rows || location.hash !== '#sending') return;
    toHeading();
    heading.current?.scrollIntoView();
  }, [rows === undefined]);

  /** What has the focus goes with what is done: it is given on first. */
  const act = (work: () => Promise<void>, text: string) =>
    void work()
      .then(wakeSender)
      .then(() => tell(text))
      .catch(failed);
  const again = (count: number, id?: string) => act(() => tryAgain(clockNow(), id), plural('linksWait', count));
  const leave = (count: number, id?: string) => act(() => giveUp(id), plural('gaveUp', count));

  return (
    <section id="sending">
      <h2 ref={heading} tabIndex={-1}>
        {t('sending')}
      </h2>
      <HowItGoes
        status={status}
        onGoOn={() => {
          toHeading();
          act(goOnSending, t('trying'));
        }}
        onStop={() => {
          toHeading();
          void waitNoMore()
            .then((count) => tell(plural('gaveUp', count)))
            .then(wakeSender)
            .catch(failed);
        }}
      />
      <SendingNews status={status} />
      {rows !== undefined && rows.length > 0 && (
        <RefusedList rows={rows} count={status.refused} again={again} leave={leave} toHeading={toHeading} />
      )}
    </section>
  );
}

/** What waits and since when, why nothing goes out, what has it go on at once, and what has it not go out at all. */
function HowItGoes({ status, onGoOn, onStop }: { status: SendingStatus; onGoOn(): void; onStop(): void }) {
  const stopped = stoppedText(status);
  const why = stopped ? undefined : putOffText(status);
  const { waiting, sending } = status;
  const putOff = waiting > 0 && sending.retryAt !== undefined;
  const pieces = waiting ? waitingText(status) : [t('nothingWaits'), lastSentText(status)].filter(Boolean);
  return (
    <>
      <p class="meta">
        {pieces.map((piece) => (
          <span key={piece}>{piece}</span>
        ))}
      </p>
      {stopped && <p class="problem">{stopped}</p>}
      {why && <p class="hint">{why}</p>}
      {(stopped || waiting > 0) && (
        <p class="acts">
          {(stopped || putOff) && (
            <button type="button" class="quiet" onClick={onGoOn}>
              {t(stopped ? 'tryAgain' : 'tryNow')}
            </button>
          )}
          {waiting > 0 && (
            <button type="button" class="quiet" onClick={onStop}>
              {t('waitNoMore')}
            </button>
          )}
        </p>
      )}
    </>
  );
}
