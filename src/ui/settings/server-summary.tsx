import { useEffect, useRef, useState } from 'preact/hooks';
import { mayReach, onHostPermission } from '../../platform/host-permission';
import { plural, t } from '../../platform/messages';
import type { Server } from '../../storage/server';
import { focusWhenThere } from '../parts/focus';
import type { useSetUp } from './use-set-up';

interface SummaryProps {
  server: Server;
  /** Links that still wait to be sent there. */
  waiting: number;
  setUp: ReturnType<typeof useSetUp>;
  onChange(): void;
  onRemoved(): void;
  failed(error: unknown): void;
}

/** The server that is set up, and what can be done with it. */
export function ServerSummary({ server, waiting, setUp, onChange, onRemoved, failed }: SummaryProps) {
  const [asking, setAsking] = useState(false);
  const reachable = useReach(server, failed);

  async function remove(): Promise<void> {
    setAsking(false);
    if (await setUp.remove(server)) onRemoved();
  }

  return (
    <>
      <p class="server-address">
        <a href={server.address} target="_blank" rel="noreferrer">
          {server.address}
        </a>
      </p>
      {!reachable && <p class="problem">{t('error_serverForbidden')}</p>}
      {!asking && (
        <p class="acts">
          <button
            type="button"
            class="quiet"
            aria-disabled={setUp.busy}
            onClick={() => setUp.busy || void setUp.test(server.address)}
          >
            {t('serverTest')}
          </button>
          <button
            type="button"
            class="quiet change"
            aria-disabled={setUp.busy}
            onClick={() => setUp.busy || onChange()}
          >
            {t('serverChange')}
          </button>
          <button
            type="button"
            class="quiet remove"
            aria-disabled={setUp.busy}
            onClick={() => {
              if (!setUp.busy) void (waiting ? setAsking(true) : remove());
            }}
          >
            {t('serverRemove')}
          </button>
        </p>
      )}
      {asking && (
        <Question
          text={plural('serverDrops', waiting)}
          onYes={() => void remove()}
          onNo={() => {
            setAsking(false);
            focusWhenThere('#server .remove');
          }}
        />
      )}
    </>
  );
}

/** Asked only where something would be lost. */
function Question({ text, onYes, onNo }: { text: string; onYes(): void; onNo(): void }) {
  const no = useRef<HTMLButtonElement>(null);
  useEffect(() => no.current?.focus(), []);
  return (
    <fieldset class="question">
      <legend>{text}</legend>
      <p class="acts">
        <button type="button" class="quiet" onClick={onYes}>
          {t('serverRemove')}
        </button>
        <button type="button" class="quiet" ref={no} onClick={onNo}>
          {t('cancel')}
        </button>
      </p>
    </fieldset>
  );
}

/** Whether the browser lets us reach the server: people may take that back in its own settings. */
function useReach(server: Server, failed: (error: unknown) => void): boolean {
  const [reachable, setReachable] = useState(true);
  useEffect(() => {
    const look = () => void mayReach(server).then(setReachable).catch(failed);
    look();
    return onHostPermission(look);
  }, [server.address]);
  return reachable;
}
