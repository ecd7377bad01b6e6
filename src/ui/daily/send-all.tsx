import { useEffect, useRef, useState } from 'preact/hooks';
import { plural, t } from '../../platform/messages';
import { journal } from '../../storage/database';
import { countPrivate } from '../../storage/reading';
import { useLive } from '../parts/use-live';

interface SendAllProps {
  onSend(): void;
  onCancel(): void;
  failed(error: unknown): void;
}

/** Asks before every link of the journal is sent. */
export function SendAll({ onSend, onCancel, failed }: SendAllProps) {
  const section = useRef<HTMLElement>(null);
  const count = useLive(() => journal.links.count(), [], failed);
  /** Every link has to be read for this number: it comes when it comes. */
  const [hidden, setHidden] = useState(0);
  useEffect(() => {
    section.current?.focus();
    countPrivate().then(setHidden, failed);
  }, []);
  return (
    <section
      class="report"
      aria-labelledby="send-all"
      tabIndex={-1}
      ref={section}
      onKeyDown={(event) => event.key === 'Escape' && onCancel()}
    >
      <h2 id="send-all">{t('sendAllQuestion')}</h2>
      <p role="status">
        {count !== undefined && plural('links', count)} {hidden > 0 && plural('privateStay', hidden)}
      </p>
      <p>{t('sendAllHelp')}</p>
      <button type="button" class="quiet" onClick={onSend}>
        {t('sendAllNow')}
      </button>{' '}
      <button type="button" class="quiet" onClick={onCancel}>
        {t('cancel')}
      </button>
    </section>
  );
}
