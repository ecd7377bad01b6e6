import { plural, t } from '../../platform/messages';
import type { ChangedField } from '../../storage/fetch-preview';
import type { FetchUndone } from '../../storage/fetch-undo';
import type { FetchCounts } from '../../storage/fetched';

/** What a fetch did, in sentences. */
export function takenText({ added, changed, same }: FetchCounts): string {
  const texts = [
    added > 0 && plural('importAdded', added),
    changed > 0 && plural('fetchDone', changed),
    added + changed === 0 && t('fetchNothingNew'),
    same > 0 && plural('fetchSame', same),
  ];
  return texts.filter(Boolean).join(' ');
}

/** What came of the undo of a fetch, in sentences. */
export function undoneText({ removed, back, kept }: FetchUndone): string {
  const texts = [
    removed > 0 && plural('fetchRemoved', removed),
    back > 0 && plural('fetchBack', back),
    kept > 0 && plural('fetchKept', kept),
  ];
  return texts.filter(Boolean).join(' ');
}

const FIELDS = {
  title: 'title',
  address: 'address',
  quotes: 'fetchQuotes',
  note: 'note',
  tags: 'tags',
  private: 'private',
  date: 'day',
} as const;

/** What changes of a link: `Title, Tags`. */
export function fieldsText(fields: ChangedField[]): string {
  return fields.map((field) => t(FIELDS[field])).join(', ');
}
