import { shownValues } from '../../core/form';
import { plural, t } from '../../platform/messages';
import { shownDay } from '../parts/dates';
import { DraftNotice } from '../parts/draft-notice';
import type { PopupProps } from './popup';

/** What the popup says above its fields: what the journal has of this page already, and what was put back. */
export function Notices({ form, around, onDiscard, onUndoDiscard, onRestore }: PopupProps) {
  const { link } = form.known;
  const quoted = shownValues(form).quote !== '';
  return (
    <>
      {link && (
        <p class="notice" id="known">
          {t('savedOn', shownDay(link.days[0] ?? ''))}{' '}
          {link.quotes.length > 0 && plural('savedOnWithQuotes', link.quotes.length)} {quoted && t('savingAddsQuote')}
        </p>
      )}
      {around.binned && (
        <p class="notice">
          {t('inBin', shownDay(around.binned))}{' '}
          <button type="button" class="plain" onClick={onRestore}>
            {t('restore')}
          </button>
        </p>
      )}
      {around.draft && <DraftNotice state={around.draft} onDiscard={onDiscard} onUndo={onUndoDiscard} />}
      {around.privateWindow && <p class="notice">{t('privateWindow')}</p>}
    </>
  );
}
