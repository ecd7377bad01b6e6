import { isWebAddress, shownAddress } from '../../core/address';
import { shownValues } from '../../core/form';
import { t } from '../../platform/messages';
import type { PopupProps } from './popup';

/** The tab's address; a field for it where the browser keeps it from extensions (Chromium's own pages). */
export function Address({ form, onType }: Pick<PopupProps, 'form' | 'onType'>) {
  const { url } = shownValues(form);
  if (!form.known.tab || form.known.tab.url) {
    return (
      <p class="url" title={url}>
        {isWebAddress(url) ? shownAddress(url) : url}
      </p>
    );
  }
  return (
    <>
      <label for="url">{t('address')}</label>
      <input
        id="url"
        type="text"
        inputMode="url"
        dir="ltr"
        value={url}
        onInput={(event) => onType('url', event.currentTarget.value)}
      />
      <p class="hint">{t('addressHidden')}</p>
    </>
  );
}
