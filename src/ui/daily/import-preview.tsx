import { useState } from 'preact/hooks';
import type { Listing } from '../../core/import-listing';
import { IMPORT_OPTIONS, type ImportOptions } from '../../core/import-options';
import type { ReadResult } from '../../core/read-result';
import { formats } from '../../formats/index';
import { language, type MessageKey, plural, t } from '../../platform/messages';
import type { ImportPreview } from '../../storage/import-preview';
import type { Import } from '../../storage/import-state';
import { shownDay } from '../parts/dates';
import { rewrittenText } from '../parts/rewritten-tags';
import { ImportChoices } from './import-choices';
import { extraTexts } from './import-text';
import { useImportPreview } from './use-import-preview';

interface PreviewProps {
  unfinished: Import;
  /** There is no link in the journal yet: what comes is a journal of its own. */
  empty: boolean;
  onTake(options: ImportOptions): void;
  onLeave(): void;
  failed(error: unknown): void;
}

/** What a file holds, and what would come of it, before anything does. Who knows enough need not wait for all of it to be looked up. */
export function Preview({ unfinished, empty, onTake, onLeave, failed }: PreviewProps) {
  const { listing } = unfinished;
  const [options, choose] = useState({ ...IMPORT_OPTIONS, settings: empty });
  const preview = useImportPreview(options, failed);
  const whole = preview?.looked === listing.entries;
  const nothing = isEmpty(listing) || (whole && !bringsAnything(preview));
  return (
    <section class="import-preview" aria-labelledby="import-file-name">
      <h2 id="import-file-name" class="lead" tabIndex={-1} dir="auto">
        {unfinished.fileName}
      </h2>
      <p>{holdsText(unfinished)}</p>
      {!isEmpty(listing) && <Fates listing={listing} preview={preview} />}
      <LeftOut listing={listing} />
      {nothing ? (
        <p class="buttons">
          <button type="button" class="primary" onClick={onLeave}>
            {t('close')}
          </button>
        </p>
      ) : (
        <>
          <ImportChoices listing={listing} options={options} onChoose={choose} />
          <p class="buttons">
            <button type="button" class="primary" onClick={() => onTake(options)}>
              {t('importTake')}
            </button>
            <button type="button" class="quiet" onClick={onLeave}>
              {t('fetchLeave')}
            </button>
          </p>
        </>
      )}
      {preview && preview.counts.rewritten.size > 0 && <p class="hint">{rewrittenText(preview.counts.rewritten)}</p>}
      {!isEmpty(listing) && preview && <FirstEntries first={preview.first} all={listing.entries} />}
    </section>
  );
}

/** Nothing in it could come in. */
function isEmpty({ links, dayNotes, binned, settings }: Listing): boolean {
  return links + dayNotes + binned + settings === 0;
}

/** Something would be written. */
function bringsAnything(preview: ImportPreview | undefined): boolean {
  if (!preview) return false;
  const { added, changed, dayNotes, binned, settings } = preview.counts;
  return added + changed + dayNotes + binned + settings > 0;
}

/** `Bookmarks (HTML): 1,234 links, from March 3, 2009 to May 4, 2024.` */
function holdsText({ format, listing: { links, days } }: Import): string {
  const label = formats.find(({ id }) => id === format)?.label as MessageKey;
  if (!days) return t('importNoLinks', t(label));
  const count = plural('linkCount', links);
  const [first, last] = days.map(shownDay);
  return first === last
    ? t('importHoldsDay', t(label), count, first ?? '')
    : t('importHolds', t(label), count, first ?? '', last ?? '');
}

/** How many are new, and what becomes of the others. */
function Fates({ listing, preview }: { listing: Listing; preview: ImportPreview | undefined }) {
  const { added = 0, changed = 0, same = 0, kept = 0 } = preview?.counts ?? {};
  const looked = preview?.looked ?? 0;
  const nothingNew = looked === listing.entries && !bringsAnything(preview);
  return (
    <>
      <ul class="fates" aria-busy={looked < listing.entries}>
        <li>{plural('fetchAdded', added)}</li>
        {changed > 0 && <li>{plural('fetchChanged', changed)}</li>}
        {same > 0 && <li>{plural('importSameThere', same)}</li>}
        {kept > 0 && <li>{plural('importKeptThere', kept)}</li>}
        {preview && extraTexts(preview.counts).map((text) => <li key={text}>{text}</li>)}
      </ul>
      {looked < listing.entries && (
        <p class="hint looking">
          <progress aria-label={t('fetchLooking')} value={looked} max={listing.entries} />
          {t('importLooked', looked.toLocaleString(language()), listing.entries.toLocaleString(language()))}
        </p>
      )}
      <p role="status" class="hint">
        {nothingNew && t('importNothingNew')}
      </p>
    </>
  );
}

/** Entries that cannot be taken, each with the reason. */
function LeftOut({ listing: { skipped, skippedBy } }: { listing: Listing }) {
  const count = Object.values(skippedBy).reduce((sum, some) => sum + some, 0);
  if (!count) return null;
  return (
    <details>
      <summary>{plural('importSkipped', count)}</summary>
      <ul class="left-out">
        {skipped.map(({ why, what }, place) => (
          <li key={place}>
            <span dir="auto">{what.title || what.url || (what.line ? t('line', what.line) : '')}</span> —{' '}
            {t(`skipped_${why}`)}
            {what.line !== undefined && (what.title || what.url) && `, ${t('line', what.line)}`}
          </li>
        ))}
      </ul>
      {count > skipped.length && <p class="hint">{plural('fetchMore', count - skipped.length)}</p>}
    </details>
  );
}

/** The first entries as they are read: whether letters and days came out right is seen here. */
function FirstEntries({ first, all }: { first: ImportPreview['first']; all: number }) {
  return (
    <>
      <h3>{t('importFirst')}</h3>
      <ol class="first-entries">
        {first.map(({ result, kind }, place) => (
          <li key={place}>
            <EntryText result={result} />
            <span class="fate">{t(`importFate_${kind}`)}</span>
          </li>
        ))}
      </ol>
      {all > first.length && <p class="hint">{plural('fetchMore', all - first.length)}</p>}
    </>
  );
}

/** As much of a text as shows what it is (characters): a file may hold any amount. */
const SHOWN = 300;

function EntryText({ result }: { result: ReadResult }) {
  if (result.kind === 'skipped') {
    const { title = '', url = '' } = result.what;
    return (
      <span class="title" dir="auto">
        {title || url || t(`skipped_${result.why}`)}
      </span>
    );
  }
  if (result.kind === 'dayNote') return <span class="title">{shownDay(result.note.day)}</span>;
  if (result.kind === 'setting') return <span class="title">{result.name}</span>;
  const { link } = result;
  const folders = result.kind === 'link' ? (result.folders ?? []) : [];
  const quote = link.quotes[0]?.text ?? '';
  return (
    <>
      <span class="title" dir="auto">
        {(link.title || link.url).slice(0, SHOWN)}
      </span>
      <span class="url" dir="ltr">
        {link.url.slice(0, SHOWN)}
      </span>
      {quote && (
        <span class="text quote" dir="auto">
          {quote.slice(0, SHOWN)}
        </span>
      )}
      {link.note && (
        <span class="text" dir="auto">
          {link.note.slice(0, SHOWN)}
        </span>
      )}
      <span class="hint">
        {[shownDay(link.days[0] ?? ''), folders.join(' / '), link.tags.slice(0, 12).join(', ')]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </>
  );
}
