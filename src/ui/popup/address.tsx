import { isWebAddress, shownAddress } from '../../core/address';
import { type AddressWarning, addressWarning } from '../../core/address-warning';
import { shownValues } from '../../core/form';
import { withoutTracking } from '../../core/tracking';
import { type MessageKey, t } from '../../platform/messages';
import type { PopupProps } from './popup';

type AddressProps = Pick<PopupProps, 'form' | 'onType'>;

const WARNINGS: Record<AddressWarning, MessageKey> = {
  secret: 'addressSecret',
  file: 'addressFile',
  local: 'addressLocal',
  account: 'addressAccount',
};

/** The address that will be saved; a field for it where the browser keeps it from extensions (Chromium's own pages). */
export function Address({ form, onType }: AddressProps) {
  const { url } = shownValues(form);
  const warning = addressWarning(url);
  return (
    <>
      {!form.known.tab || form.known.tab.url ? (
        <p class="url" title={url}>
          {isWebAddress(url) ? shownAddress(url) : url}
        </p>
      ) : (
        <AddressField form={form} onType={onType} />
      )}
      <Tracking form={form} onType={onType} />
      {warning && <p class="hint">{t(WARNINGS[warning])}</p>}
    </>
  );
}

function AddressField({ form, onType }: AddressProps) {
  return (
    <>
      <label for="url">{t('address')}</label>
      <input
        id="url"
        type="text"
        inputMode="url"
        dir="ltr"
        value={shownValues(form).url}
        onInput={(event) => onType('url', event.currentTarget.value)}
      />
      <p class="hint">{t('addressHidden')}</p>
    </>
  );
}

/** What was taken off the tab's address, and the way back. A page that is known keeps the address it has. */
function Tracking({ form, onType }: AddressProps) {
  const exact = form.known.tab?.url ?? '';
  const { address, taken } = withoutTracking(exact);
  if (!taken.length || form.known.link) return null;
  const kept = shownValues(form).url === exact;
  return (
    <p class="hint tracking">
      <span title={taken.join(', ')}>{t(kept ? 'trackingKept' : 'trackingTakenOff', fewNames(taken))}</span> ·{' '}
      <button type="button" class="plain" onClick={() => onType('url', kept ? address : exact)}>
        {t(kept ? 'takeOff' : 'putBack')}
      </button>
    </p>
  );
}

/** A page may make up a thousand names, and long ones. */
function fewNames(names: string[]): string {
  const few = names.slice(0, 8).map((name) => (name.length > 40 ? `${name.slice(0, 40)}…` : name));
  return (names.length > few.length ? [...few, '…'] : few).join(', ');
}
