import { isWebAddress, shownAddress } from '../../core/address';
import { type Field, type Form, type FormValues, offeredPassage, shownValues } from '../../core/form';
import type { Day, Instant } from '../../core/link';
import type { TagUse } from '../../core/tags';
import { plural, t } from '../../platform/messages';
import { shownDay } from '../parts/dates';
import { EarlierQuotes } from '../parts/earlier-quotes';
import { TagField } from '../parts/tag-field';

/** What the popup shows beside its form. */
export interface Surroundings {
  /** Why there is no quote. */
  refused?: 'forbidden' | 'late';
  privateWindow: boolean;
  /** The page waits in the bin since that day. */
  binned?: Day;
  restored: boolean;
  saving: boolean;
  problem: string;
}

export interface PopupProps {
  form: Form;
  around: Surroundings;
  uses: TagUse[];
  now: Instant;
  onType<Name extends Field>(field: Name, value: FormValues[Name]): void;
  onTags(tags: string[], tag: string): void;
  onEarlier(place: number, text: string): void;
  onDiscard(): void;
  onRestore(): void;
  onSave(): void;
}

export const calm: Surroundings = { privateWindow: false, restored: false, saving: false, problem: '' };

/** The popup's form. The build renders it once, empty, into `popup.html`: what stands there can be typed into before any script runs. */
export function Popup(props: PopupProps) {
  const { form, around, onType } = props;
  const values = shownValues(form);
  const offered = offeredPassage(form);
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        props.onSave();
      }}
    >
      <div class="line">
        <h1>{t('saveToToday')}</h1>
        <a href="daily.html" target="_blank" rel="noopener">
          {t('openDaily')}
        </a>
      </div>
      <Notices {...props} />
      <input
        id="title"
        class="title"
        type="text"
        dir="auto"
        aria-label={t('title')}
        readOnly={around.saving}
        value={values.title}
        onInput={(event) => onType('title', event.currentTarget.value)}
      />
      <Address form={form} onType={onType} />
      <TitleSoFar form={form} />
      {form.known.link && (
        <EarlierQuotes link={form.known.link} texts={values.earlier} folded onEdit={props.onEarlier} />
      )}
      <div class="label">
        <label for="quote">{t('quote')}</label>
        <span>{values.quote && values.quote === form.known.page?.quote ? t('fromSelection') : ''}</span>
      </div>
      <textarea
        id="quote"
        class="quote"
        rows={3}
        dir="auto"
        readOnly={around.saving}
        value={values.quote}
        onInput={(event) => onType('quote', event.currentTarget.value)}
      />
      {offered && (
        <p class="hint">
          <button type="button" class="plain" onClick={() => onType('quote', joined(values.quote, offered))}>
            {t('addSelection')}
          </button>
        </p>
      )}
      {around.refused && <p class="hint">{t(around.refused === 'late' ? 'pageLate' : 'pageForbids')}</p>}
      <label for="note">{t('note')}</label>
      <textarea
        id="note"
        class="note"
        rows={1}
        dir="auto"
        placeholder={t('notePlaceholder')}
        readOnly={around.saving}
        value={values.note}
        onInput={(event) => onType('note', event.currentTarget.value)}
      />
      <NoteSoFar form={form} />
      <TagField
        id="tags"
        tags={values.tags}
        text={values.tag}
        uses={props.uses}
        now={props.now}
        autofocus
        readOnly={around.saving}
        onChange={props.onTags}
      />
      <footer>
        {around.problem && (
          <p class="problem" role="alert">
            {around.problem}
          </p>
        )}
        <label>
          <input
            id="private"
            type="checkbox"
            checked={values.private}
            onChange={(event) => onType('private', event.currentTarget.checked)}
          />
          {t('private')}
        </label>
        <span class="buttons">
          <button class="primary" type="submit" aria-keyshortcuts="Control+Enter" disabled={around.saving}>
            {t('save')} <kbd aria-hidden="true">Ctrl ⏎</kbd>
          </button>
        </span>
      </footer>
    </form>
  );
}

function Notices({ form, around, onDiscard, onRestore }: PopupProps) {
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
      {around.restored && (
        <p class="notice" id="draft">
          {t('draftRestored')}{' '}
          <button type="button" class="plain" onClick={onDiscard}>
            {t('discard')}
          </button>
        </p>
      )}
      {around.privateWindow && <p class="notice">{t('privateWindow')}</p>}
    </>
  );
}

/** The tab's address; a field for it where the browser keeps it from extensions (Chromium's own pages). */
function Address({ form, onType }: Pick<PopupProps, 'form' | 'onType'>) {
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

/** A title typed here wins over the stored one; which one that was stays in sight. */
function TitleSoFar({ form }: { form: Form }) {
  const stored = form.known.link?.title;
  if (!stored || stored === shownValues(form).title) return null;
  return <p class="hint">{t('titleSoFar', stored)}</p>;
}

/** A note typed before the stored one was known goes below it; until then both are in sight. */
function NoteSoFar({ form }: { form: Form }) {
  const stored = form.known.link?.note;
  const before = form.bases.note;
  if (!stored || before === undefined || before === stored) return null;
  return <p class="hint">{t('noteSoFar', stored)}</p>;
}

function joined(first: string, second: string): string {
  return first ? `${first}\n\n${second}` : second;
}
