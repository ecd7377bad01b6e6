import { useEffect, useRef, useState } from 'preact/hooks';
import { ADDING, type Draft } from '../../core/draft';
import { type Field, type FormValues, saveOf, shownValues, typeEarlier, typeInto } from '../../core/form';
import type { Day, Instant, Link, Passage } from '../../core/link';
import type { Save } from '../../core/save';
import type { TagUse } from '../../core/tags';
import { t } from '../../platform/messages';
import { startTags } from '../../storage/start-tags';
import { DraftNotice } from '../parts/draft-notice';
import { EarlierQuotes } from '../parts/earlier-quotes';
import { problemText } from '../parts/problem-text';
import { TagField } from '../parts/tag-field';
import { useForm } from '../parts/use-form';
import { Line } from './line';

export interface CardFormProps {
  /** The link to edit; without one, a link is added by hand. */
  link?: Link | undefined;
  /** The draft to go on with; without one, the newest of the page is put back. */
  draft?: Draft;
  /** The day on whose page it is edited. */
  day: Day;
  uses: TagUse[];
  now: Instant;
  /**
   * Saves, or throws what kept it from saving; the form stays then. `drafts` are the keys of those
   * that are hereby saved; `move` is there when the day was changed.
   */
  onSave(save: Save, passage: Passage, drafts: string[], move?: { from: Day; to: Day }): Promise<void>;
  /** `discarded` is there when something was typed and Cancel pressed. */
  onClose(discarded?: Draft): void;
}

/**
 * A link's fields in the place of its card. What is typed is kept as a draft: Escape, or going elsewhere, closes the form and loses
 * nothing; Cancel discards, with a way back.
 */
export function CardForm({ link: linkNow, draft, day: dayNow, uses, now, onSave, onClose }: CardFormProps) {
  // As they were when the form was opened: another window may change them meanwhile, and saving tells the two apart.
  const [link] = useState(linkNow);
  const [day] = useState(dayNow);
  const [onDay, setOnDay] = useState(day);
  const [saving, setSaving] = useState(false);
  const [problem, setProblem] = useState('');
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  const failed = (error: unknown) => setProblem(problemText(error));
  const place = draft?.place ?? link?.key ?? ADDING;
  const { form, draftState, draftKeys, ...does } = useForm({ place, link, draft }, failed, async () =>
    link ? {} : { startTags: await startTags() },
  );
  const { change } = does;

  const values = shownValues(form);
  const set = <Name extends Field>(name: Name, value: FormValues[Name]) => change((old) => typeInto(old, name, value));

  async function submit(): Promise<void> {
    if (saving) return;
    setSaving(true);
    try {
      const { save, passage } = saveOf(await does.settle());
      await onSave(save, passage, draftKeys(), onDay === day ? undefined : { from: day, to: onDay });
    } catch (error) {
      failed(error);
      setSaving(false);
      does.goOn();
    }
  }

  return (
    <form
      class="form card-form"
      aria-label={link ? t('edit') : t('addLink')}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
      onKeyDown={(event) => {
        if (event.isComposing) return;
        if (event.key === 'Escape') onClose();
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        void submit();
      }}
    >
      {draftState && (
        <DraftNotice
          state={draftState}
          onDiscard={() => {
            does.discard();
            first.current?.focus();
          }}
          onUndo={() => {
            does.undoDiscard();
            first.current?.focus();
          }}
        />
      )}
      <Line
        id="edit-title"
        label={t('title')}
        value={values.title}
        input={first}
        onInput={(text) => set('title', text)}
      />
      <Line id="edit-url" type="url" label={t('address')} value={values.url} onInput={(text) => set('url', text)} />
      {link && (
        <EarlierQuotes
          link={link}
          texts={values.earlier}
          folded={false}
          onEdit={(place, text) => {
            const quote = link.quotes[place];
            if (quote) change((old) => typeEarlier(old, quote, text));
          }}
        />
      )}
      {/* A draft from the popup may bring a new passage. */}
      {(!link || values.quote !== '') && (
        <>
          <label for="edit-quote">{t('quote')}</label>
          <textarea
            id="edit-quote"
            class="quote"
            dir="auto"
            value={values.quote}
            onInput={(event) => set('quote', event.currentTarget.value)}
          />
        </>
      )}
      <label for="edit-note">{t('note')}</label>
      <textarea
        id="edit-note"
        class="note"
        dir="auto"
        value={values.note}
        onInput={(event) => set('note', event.currentTarget.value)}
      />
      <TagField
        id="edit-tags"
        tags={values.tags}
        text={values.tag}
        uses={uses}
        page={values.url}
        now={now}
        onChange={(tags, tag) => change((old) => typeInto(typeInto(old, 'tags', tags), 'tag', tag))}
        failed={failed}
      />
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      <footer>
        <label>
          <input
            type="checkbox"
            checked={values.private}
            onChange={(event) => set('private', event.currentTarget.checked)}
          />
          {t('private')}
        </label>
        {link && (
          <label>
            {t('day')}
            <input type="date" required value={onDay} onInput={(event) => setOnDay(event.currentTarget.value || day)} />
          </label>
        )}
        <span class="buttons">
          <button type="button" class="quiet" onClick={() => onClose(does.leave())}>
            {t('cancel')}
          </button>
          <button type="submit" class="primary" disabled={saving}>
            {t('save')} <kbd aria-hidden="true">Ctrl ⏎</kbd>
          </button>
        </span>
      </footer>
    </form>
  );
}
