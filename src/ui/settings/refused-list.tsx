import { Problem } from '../../core/errors';
import type { Link } from '../../core/link';
import { dayHash } from '../../core/route';
import { plural, t } from '../../platform/messages';
import type { QueueRow } from '../../storage/queue';
import { shownDay } from '../parts/dates';
import { problemText } from '../parts/problem-text';

interface Refused {
  row: QueueRow;
  link: Link | undefined;
}

interface RefusedListProps {
  /** The first of those that were refused. */
  rows: Refused[];
  /** How many there are. */
  count: number;
  /** Lets one of them, or all, wait again; `leave` gives them up. */
  again(count: number, id?: string): void;
  leave(count: number, id?: string): void;
  /** Puts the focus where it can stay when no row is left. */
  toHeading(): void;
}

/** What the server did not take, each with the reason and what can be done about it. */
export function RefusedList({ rows, count, again, leave, toHeading }: RefusedListProps) {
  /** A row goes with what is done to it: the focus goes on to its neighbour. */
  const focusPast = (place: number) => {
    const next = rows[place + 1] ?? rows[place - 1];
    const button = next && document.querySelector<HTMLElement>(`[data-refused="${CSS.escape(next.row.id)}"] button`);
    if (button) button.focus();
    else toHeading();
  };
  return (
    <>
      <h3>{plural('refused', count)}</h3>
      <ul class="refused-list">
        {rows.map(({ row, link }, place) => (
          <RefusedItem
            key={row.id}
            row={row}
            link={link}
            onAgain={() => {
              focusPast(place);
              again(1, row.id);
            }}
            onLeave={() => {
              focusPast(place);
              leave(1, row.id);
            }}
          />
        ))}
      </ul>
      {count > rows.length && <p class="hint">{t('firstShown', rows.length)}</p>}
      {count > 1 && (
        <p class="acts">
          <button
            type="button"
            class="quiet"
            onClick={() => {
              toHeading();
              again(count);
            }}
          >
            {t('tryAllAgain')}
          </button>
          <button
            type="button"
            class="quiet"
            onClick={() => {
              toHeading();
              leave(count);
            }}
          >
            {t('giveUpAll')}
          </button>
        </p>
      )}
    </>
  );
}

function RefusedItem({ row, link, onAgain, onLeave }: Refused & { onAgain(): void; onLeave(): void }) {
  const title = link?.title || link?.url || t('untitled');
  const day = link?.days[0];
  return (
    <li data-refused={row.id}>
      <strong dir="auto">{title}</strong>
      <p class="meta">
        {day && <a href={`daily.html${dayHash(day)}`}>{shownDay(day)}</a>}
        {row.what === 'delete' && <span>{t('toDeleteThere')}</span>}
      </p>
      {row.why && <p>{problemText(new Problem(row.why, row.detail))}</p>}
      <p class="acts">
        <button type="button" class="quiet" aria-label={t('actionOn', t('tryAgain'), title)} onClick={onAgain}>
          {t('tryAgain')}
        </button>
        <button type="button" class="quiet" aria-label={t('actionOn', t('giveUp'), title)} onClick={onLeave}>
          {t('giveUp')}
        </button>
      </p>
    </li>
  );
}
