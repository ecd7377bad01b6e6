import { offeredPassage, shownValues } from '../../core/form';
import { t } from '../../platform/messages';
import { EarlierQuotes } from '../parts/earlier-quotes';
import type { PopupProps } from './popup';

/** The new passage, below those that the link has already. */
export function Quote({ form, around, onType, onEarlier }: PopupProps) {
  const { link, page } = form.known;
  const { quote, earlier } = shownValues(form);
  const offered = offeredPassage(form);
  return (
    <>
      {link && <EarlierQuotes link={link} texts={earlier} folded onEdit={onEarlier} />}
      <div class="label">
        <label for="quote">{t('quote')}</label>
        <span>{quote && quote === page?.quote ? t('fromSelection') : ''}</span>
      </div>
      <textarea
        id="quote"
        class="quote"
        rows={3}
        dir="auto"
        readOnly={around.saving}
        value={quote}
        onInput={(event) => onType('quote', event.currentTarget.value)}
      />
      {offered && (
        <p class="hint">
          <button type="button" class="plain" onClick={() => onType('quote', joined(quote, offered))}>
            {t('addSelection')}
          </button>
        </p>
      )}
      {page?.outOfReach && !quote && (
        <p class="hint" id="out-of-reach">
          {t('pageOutOfReach')}
        </p>
      )}
      {around.refused && <p class="hint">{t(around.refused === 'late' ? 'pageLate' : 'pageForbids')}</p>}
    </>
  );
}

function joined(first: string, second: string): string {
  return first ? `${first}\n\n${second}` : second;
}
