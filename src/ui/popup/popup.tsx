import { type Field, type Form, type FormValues, shownValues } from '../../core/form';
import type { Day, Instant } from '../../core/link';
import type { TagUse } from '../../core/tags';
import { t } from '../../platform/messages';
import type { DraftState } from '../parts/draft-notice';
import { TagField } from '../parts/tag-field';
import { Address } from './address';
import { Notices } from './notices';
import { Quote } from './quote';
import { Title } from './title';

/** What the popup shows beside its form. */
export interface Surroundings {
  /** Why there is no quote. */
  refused?: 'forbidden' | 'late';
  privateWindow: boolean;
  /** The page waits in the bin since that day. */
  binned?: Day;
  /** What became of a draft. */
  draft?: DraftState;
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
  onUndoDiscard(): void;
  onRestore(): void;
  onSave(): void;
  failed(error: unknown): void;
  onSeveral(event: Event): void;
}

export const calm: Surroundings = { privateWindow: false, saving: false, problem: '' };

/** The popup's form. The build renders it once, empty, into `popup.html`: what stands there can be typed into before any script runs. */
export function Popup(props: PopupProps) {
  const { form, around, onType } = props;
  const values = shownValues(form);
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
        <a href="tabs.html" target="_blank" rel="noopener" onClick={props.onSeveral}>
          {t('severalTabs')}
        </a>
        <a href="daily.html" target="_blank" rel="noopener">
          {t('openDaily')}
        </a>
      </div>
      <Notices {...props} />
      <Title {...props} />
      <Address {...props} />
      <Quote {...props} />
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
        page={values.url}
        now={props.now}
        autofocus
        readOnly={around.saving}
        onChange={props.onTags}
        failed={props.failed}
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
            disabled={around.saving}
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

/** A note typed before the stored one was known goes below it; until then both are in sight. */
function NoteSoFar({ form }: { form: Form }) {
  const stored = form.known.link?.note;
  const before = form.bases.note;
  if (!stored || before === undefined || before === stored) return null;
  return <p class="hint">{t('noteSoFar', stored)}</p>;
}
