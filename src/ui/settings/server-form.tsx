import { useEffect, useRef, useState } from 'preact/hooks';
import { Problem } from '../../core/errors';
import { isOpenToAll, isSameServer, serverPlaces, wholeAddress } from '../../core/server-address';
import { plural, t } from '../../platform/messages';
import type { Server } from '../../storage/server';
import { SecretField } from './secret-field';
import type { useSetUp } from './use-set-up';

interface FormProps {
  /** The one that is set up already. */
  server: Server | undefined;
  /** Links that still wait to be sent there. */
  waiting: number;
  setUp: ReturnType<typeof useSetUp>;
  /** It is kept. */
  onDone(): void;
  onCancel(): void;
}

/** Where the server is and what opens it. Nothing is sent, and no leave asked for, before the button is pressed. */
export function ServerForm({ server, waiting, setUp, onDone, onCancel }: FormProps) {
  const [address, setAddress] = useState(server?.address ?? '');
  const [secret, setSecret] = useState('');
  const [agreed, setAgreed] = useState(server !== undefined && isOpenToAll(server.address));
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (server) field.current?.focus();
  }, []);
  const whole = wholeAddress(address);
  const open = whole !== undefined && isOpenToAll(whole);
  const elsewhere =
    server && whole && !serverPlaces(whole).some((place) => isSameServer(place.address, server.address));

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    if (setUp.busy) return;
    // The secret that is kept is that server's alone.
    const known = server !== undefined && !elsewhere;
    const lacking = whatIsLacking({ whole, secret: secret.trim() || known, agreed: agreed || !open });
    if (whole && !lacking) void setUp.test(whole, secret).then((fine) => fine && onDone());
    else if (lacking) {
      setUp.say(new Problem(lacking.code));
      document.getElementById(lacking.field)?.focus();
    }
  }

  return (
    <form class="server-form" onSubmit={submit} noValidate>
      {!server && <p class="hint">{t('serverHelp')}</p>}
      <label for="server-address">{t('serverAddress')}</label>
      <input
        ref={field}
        id="server-address"
        type="url"
        dir="ltr"
        autocomplete="url"
        autocapitalize="off"
        spellcheck={false}
        aria-describedby="server-address-help"
        readOnly={setUp.busy}
        value={address}
        onInput={(event) => setAddress(event.currentTarget.value)}
      />
      <p class="hint" id="server-address-help">
        {t('serverAddressHelp')}
      </p>
      <SecretField secret={secret} kept={server !== undefined && !elsewhere} busy={setUp.busy} onChange={setSecret} />
      {open && <OpenToAll agreed={agreed} onChange={setAgreed} />}
      <p class="hint" role="status">
        {elsewhere && waiting > 0 && `${plural('serverDrops', waiting)} `}
        {elsewhere && t('serverElsewhere')}
      </p>
      <p class="acts">
        <button type="submit" class="primary" aria-disabled={setUp.busy}>
          {t('testAndSave')}
        </button>
        {server && (
          <button type="button" class="quiet" onClick={() => setUp.busy || onCancel()}>
            {t('cancel')}
          </button>
        )}
      </p>
    </form>
  );
}

function whatIsLacking(given: { whole: unknown; secret: unknown; agreed: boolean }) {
  if (!given.whole) return { code: 'noServerAddress', field: 'server-address' } as const;
  if (!given.secret) return { code: 'noSecret', field: 'server-secret' } as const;
  if (!given.agreed) return { code: 'openToAll', field: 'server-open' } as const;
}

function OpenToAll({ agreed, onChange }: { agreed: boolean; onChange(agreed: boolean): void }) {
  return (
    <div class="server-open">
      <label>
        <input
          id="server-open"
          type="checkbox"
          aria-describedby="server-open-help"
          checked={agreed}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        {t('serverOpen')}
      </label>
      <p class="hint" id="server-open-help">
        {t('serverOpenHelp')}
      </p>
    </div>
  );
}
