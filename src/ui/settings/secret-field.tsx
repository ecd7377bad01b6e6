import { useState } from 'preact/hooks';
import { t } from '../../platform/messages';

/** Always as many: nothing of the kept secret is in the page, not even its length. */
const DOTS = '••••••••••••';

export interface SecretFieldProps {
  /** What was typed. */
  secret: string;
  /** There is one already, which stays where nothing is typed. */
  kept: boolean;
  busy: boolean;
  onChange(secret: string): void;
}

export function SecretField({ secret, kept, busy, onChange }: SecretFieldProps) {
  const [shown, setShown] = useState(false);
  return (
    <>
      <label for="server-secret">{t('serverSecret')}</label>
      <div class="secret">
        <input
          id="server-secret"
          {...(shown ? { type: 'text' } : { type: 'password' })}
          dir="ltr"
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          aria-describedby="server-secret-help"
          placeholder={kept ? DOTS : ''}
          readOnly={busy}
          value={secret}
          onInput={(event) => onChange(event.currentTarget.value)}
        />
        <button type="button" class="quiet" aria-pressed={shown} onClick={() => setShown(!shown)}>
          {t('showSecret')}
        </button>
      </div>
      <p class="hint" id="server-secret-help">
        {kept ? t('serverSecretKept') : t('serverSecretHelp')}
      </p>
    </>
  );
}
