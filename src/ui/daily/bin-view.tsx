import { useEffect, useState } from 'preact/hooks';
import { isWebAddress, shownHost } from '../../core/address';
import { dayOf } from '../../core/day';
import { offsetAt } from '../../platform/clock';
import { plural, t } from '../../platform/messages';
import { KEPT_FOR } from '../../storage/bin';
import type { BinRow } from '../../storage/database';
import { shownDay, shownMoment } from '../parts/dates';
import { Ask } from '../parts/dialog';
import { focusWhenThere } from '../parts/focus';
import { Markdown } from '../parts/markdown';
import { useBin } from './use-bin';
import type { ViewProps } from './view';

/** What was deleted in the last 30 days, with the ways back and the way out. */
export function BinView({ travelled, failed }: ViewProps) {
  const does = useBin(failed);
  const { bin, asked } = does;
  useEffect(() => {
    document.title = t('dailyTitle', t('bin'));
    if (travelled) focusWhenThere('h1');
  }, []);
  if (!bin) return null;
  const { rows, count } = bin;
  return (
    <main class="alone">
      <header class="day">
        <h1 tabIndex={-1}>{t('bin')}</h1>
        <p>
          {count > 0 && plural('links', count)} {t(count ? 'binHelp' : 'binEmpty')}
        </p>
        <p role="status">{does.said}</p>
        {count > 0 && (
          <div class="bin-choices">
            <button type="button" class="quiet" onClick={does.putAllBack}>
              {t('putAllBack')}
            </button>
            <button type="button" class="quiet" onClick={() => does.ask('all')}>
              {t('emptyBin')}
            </button>
          </div>
        )}
      </header>
      <div class="bin">
        {rows.map((row) => (
          <Row key={row.id} row={row} onPutBack={() => does.putBack(row)} onRemove={() => does.ask(row)} />
        ))}
      </div>
      {count > rows.length && (
        <p>
          <button type="button" class="quiet" onClick={does.more}>
            {t('showMore')}
          </button>
        </p>
      )}
      {asked && (
        <Ask
          question={
            asked === 'all' ? t('emptyBinQuestion', plural('linkCount', count)) : t('removeQuestion', asked.link.title)
          }
          action={t(asked === 'all' ? 'emptyBin' : 'removeForGood')}
          forGood
          onDo={() => (asked === 'all' ? does.empty() : does.remove(asked))}
          onCancel={() => does.ask(undefined)}
        >
          <p>{t('forGoodHelp')}</p>
        </Ask>
      )}
    </main>
  );
}

function Row({ row, onPutBack, onRemove }: { row: BinRow; onPutBack(): void; onRemove(): void }) {
  const { link, deletedAt } = row;
  const until = deletedAt + KEPT_FOR;
  const named = (action: string) => ({ 'aria-label': t('actionOn', action, link.title), children: action });
  return (
    <article data-id={row.id} aria-label={link.title} tabIndex={-1}>
      <h2 class="title" dir="auto">
        {isWebAddress(link.url) ? (
          <a href={link.url} target="_blank" rel="noopener noreferrer">
            {link.title}
          </a>
        ) : (
          link.title
        )}
      </h2>
      <p class="meta">
        <span title={link.url}>{shownHost(link.url)}</span>
        <span>{t('deletedAt', shownMoment(deletedAt))}</span>
        <span>{t('waitsUntil', shownDay(dayOf(until, offsetAt(until))))}</span>
      </p>
      <Texts link={link} />
      <p class="choices">
        <button type="button" onClick={onPutBack} {...named(t('putBack'))} />
        <button type="button" onClick={onRemove} {...named(t('removeForGood'))} />
      </p>
    </article>
  );
}

/** The quotes and the note, folded: they are drawn when they are asked for. */
function Texts({ link }: { link: BinRow['link'] }) {
  const [open, setOpen] = useState(false);
  const { quotes, note } = link;
  if (!quotes.length && !note) return null;
  const summary = [quotes.length > 0 && plural('quoteCount', quotes.length), note && t('note')].filter(Boolean);
  return (
    <details class="texts" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{summary.join(' · ')}</summary>
      {open && (
        <div class="card">
          {quotes.map((quote) => (
            <blockquote key={`${quote.at} ${quote.text}`} dir="auto">
              <Markdown text={quote.text} />
            </blockquote>
          ))}
          {note && (
            <div class="note" dir="auto">
              <Markdown text={note} />
            </div>
          )}
        </div>
      )}
    </details>
  );
}
