import { useRef } from 'preact/hooks';
import { plural, t } from '../../platform/messages';
import type { SendingStatus } from '../../storage/sending-status';
import { putOffText, stoppedText, waitingText } from './sending-text';

/**
 * How sending stands, for those who listen: said when something begins, ends or goes wrong, not at every link that goes out.
 * It stands in the page before there is anything to say, or it would not be heard.
 */
export function SendingNews({ status }: { status: SendingStatus }) {
  const said = useRef({ what: '', text: '', lastSent: status.sending.lastSent });
  const { waiting, refused, sending } = status;
  const what = [waiting > 0, refused, sending.stopped, sending.why].join();
  if (what !== said.current.what) {
    const done = waiting === 0 && sending.lastSent !== said.current.lastSent;
    const text = [
      waiting > 0 && `${waitingText(status).join(', ')}.`,
      stoppedText(status) ?? putOffText(status),
      refused > 0 && `${plural('refused', refused)}.`,
      done && t('allSent'),
    ];
    said.current = { what, text: text.filter(Boolean).join(' '), lastSent: sending.lastSent };
  }
  return (
    <p class="visually-hidden" role="status">
      {said.current.text}
    </p>
  );
}
