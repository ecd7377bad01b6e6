import { useState } from 'preact/hooks';
import { isWebAddress, shownHost, typedAddress } from '../../core/address';
import { dayOf } from '../../core/day';
import { formOfDraft, keptUntil } from '../../core/draft';
import { shownValues } from '../../core/form';
import { offsetAt } from '../../platform/clock';
import { plural, t } from '../../platform/messages';
import type { DraftRow } from '../../storage/drafts';
import { shownDay, shownMoment } from '../parts/dates';
import { focusWhenThere } from '../parts/focus';
import { nowSeconds, type PageActions } from './actions';
import { CardForm } from './card-form';

interface DraftsViewProps {
  rows: DraftRow[];
  /** The draft whose form is open. */
  open: DraftRow | undefined;
  actions: PageActions;
}

/** Drafts that are shown at first, and how much of a text (in characters). */
const NEWEST = 20;
const BEGINNING = 300;

/** What was typed and not saved, wherever that was. */
export function DraftsView({ rows, open, actions }: DraftsViewProps) {
  const [whole, setWhole] = useState(false);
  if (!rows.length && !open) return null;
  const more = rows[NEWEST];
  return (
    <section class="drafts" aria-labelledby="drafts">
      <h2 id="drafts" tabIndex={-1}>
        {t('notSavedYet')}
      </h2>
      {open && <DraftForm key={open.draft.key} row={open} actions={actions} />}
      <ul>
        {rows.slice(0, whole ? undefined : NEWEST).map((row) => (
          <DraftItem key={row.draft.key} row={row} actions={actions} />
        ))}
      </ul>
      {more && !whole && (
        <button
          type="button"
          class="quiet"
          onClick={() => {
            setWhole(true);
            focusWhenThere(draftButton(more.draft.key));
          }}
        >
          {t('showAll', rows.length)}
        </button>
      )}
    </section>
  );
}

/** Selects the button that goes on with a draft: one press too many there saves and loses nothing. */
export const draftButton = (key: string) => `[data-draft="${CSS.escape(key)}"] .continue`;

function DraftItem({ row, actions }: { row: DraftRow; actions: PageActions }) {
  const { draft, link } = row;
  const values = shownValues(formOfDraft(draft, link));
  const { url } = values;
  const title = values.title || url || t('untitled');
  const { quote = '', note = '', earlier = [], tags = [], tag = '' } = draft.typed;
  const removed = link ? earlier.filter(([, now]) => !now).length : 0;
  const named = (action: string) => ({ 'aria-label': t('actionOn', action, title), children: action });
  const until = keptUntil(draft, nowSeconds());
  return (
    <li data-draft={draft.key}>
      <h3 dir="auto">{isWebAddress(url) ? <PageLink url={url} title={title} /> : title}</h3>
      <p class="meta">
        {url && <span title={url}>{shownHost(url)}</span>}
        <span>{t('draftTyped', shownMoment(draft.at))}</span>
        <span>{t('draftKeptUntil', shownDay(dayOf(until, offsetAt(until))))}</span>
        {link && <span>{t('draftOfSaved')}</span>}
        {removed > 0 && <span>{plural('draftRemoves', removed)}</span>}
      </p>
      {[quote, note, ...earlier.map(([, now]) => now)].filter(Boolean).map((text, place) => (
        <p key={place} class="beginning" dir="auto">
          {text.slice(0, BEGINNING)}
        </p>
      ))}
      {(tags.length > 0 || tag) && <p class="meta">{[...tags, tag].filter(Boolean).join(' · ')}</p>}
      <p class="choices">
        {typedAddress(url) && <button type="button" onClick={() => actions.saveRow(row)} {...named(t('save'))} />}
        <button type="button" class="continue" onClick={() => actions.edit(draft.key)} {...named(t('continueDraft'))} />
        <button type="button" onClick={() => actions.discardRow(row)} {...named(t('discardDraft'))} />
      </p>
    </li>
  );
}

function PageLink({ url, title }: { url: string; title: string }) {
  return (
    <a href={url} target="_blank" rel="noopener noreferrer">
      {title}
    </a>
  );
}

/** The form in which one goes on with a draft. */
function DraftForm({ row: { draft, link }, actions }: { row: DraftRow; actions: PageActions }) {
  return (
    <CardForm
      link={link}
      draft={draft}
      day={link?.days.at(-1) ?? ''}
      uses={actions.uses}
      now={nowSeconds()}
      onSave={(save, passage, drafts, move) => actions.saveDraft(link, save, passage, drafts, move)}
      onClose={(left) => actions.close('#drafts', left && { draft: left, form: left.key })}
    />
  );
}
