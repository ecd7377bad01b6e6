import { type MessageKey, t } from '../../platform/messages';

/** What can be written into the search box, with what it finds. */
const WAYS: [example: MessageKey, help: MessageKey][] = [
  ['searchWords', 'searchWordsHelp'],
  ['searchPhrase', 'searchPhraseHelp'],
  ['searchNot', 'searchNotHelp'],
  ['searchTag', 'searchTagHelp'],
  ['searchSite', 'searchSiteHelp'],
  ['searchDates', 'searchDatesHelp'],
];

/** The language of searching, in short. */
export function SearchHelp({ open }: { open: boolean }) {
  return (
    <details class="search-help" open={open}>
      <summary>{t('searchHelp')}</summary>
      <dl>
        {WAYS.map(([example, help]) => (
          <div key={example}>
            <dt>{t(example)}</dt>
            <dd>{t(help)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
