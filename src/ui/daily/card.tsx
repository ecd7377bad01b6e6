import { type ComponentChildren, createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { isWebAddress, shownHost } from '../../core/address';
import { dayOf, isoWithOffset } from '../../core/day';
import type { DigestEntry } from '../../core/digest';
import type { Link } from '../../core/link';
import { dayHash, tagHash } from '../../core/route';
import { t } from '../../platform/messages';
import { clockTime, shortDay, shownDay } from '../parts/dates';
import { Markdown } from '../parts/markdown';
import { Marked } from '../parts/marked';
import { FoundAddress } from './found-address';
import { QuoteView } from './quote-view';

export interface CardActions {
  onEdit(): void;
  onCopy(): void;
  onDelete(): void;
}

/** What a card's title is on its page: `h3` where days are headings, too. */
export const CardHeading = createContext<'h2' | 'h3'>('h2');

/** One link on the page of a day. */
export function Card(props: {
  entry: DigestEntry;
  actions: CardActions;
  /** The day to show instead of the time. */
  day?: string;
  /** What stands before the title. */
  box?: ComponentChildren;
  /** What stands among the buttons beside those of every card. */
  mark?: ComponentChildren;
}) {
  const { entry, actions, day, box, mark } = props;
  const { link, quotes } = entry;
  const Heading = useContext(CardHeading);
  return (
    // The keys of the page lead from card to card; no article is reached with Tab.
    <article class="card" data-id={link.id} aria-label={link.title} tabIndex={-1}>
      {box}
      <Heading key="title" class="title" dir="auto">
        <Title link={link} />
      </Heading>
      <Meta entry={entry} day={day} />
      <FoundAddress link={link} />
      {quotes.map((quote) => (
        <QuoteView key={`${quote.at} ${quote.text}`} url={link.url} quote={quote} />
      ))}
      {link.note && (
        <div key="note" class="note" dir="auto">
          <Markdown text={link.note} />
        </div>
      )}
      {/* Keys keep a new note from taking the place of the foot, and with it the focus of a button there. */}
      <div key="foot" class="foot">
        {link.tags.length > 0 && (
          <ul class="tags" aria-label={t('tags')}>
            {link.tags.map((tag) => (
              <li key={tag}>
                <a href={tagHash(tag)}>
                  <Marked text={tag} />
                </a>
              </li>
            ))}
          </ul>
        )}
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields */}
        <div class="acts" role="group" aria-label={t('moreActions', link.title)}>
          <button type="button" onClick={actions.onEdit}>
            {t('edit')}
          </button>
          <button type="button" title={t('copyLabel')} onClick={actions.onCopy}>
            {t('copy')}
          </button>
          <button type="button" onClick={actions.onDelete}>
            {t('delete')}
          </button>
          {mark}
        </div>
      </div>
    </article>
  );
}

function Title({ link }: { link: Link }) {
  if (!isWebAddress(link.url)) return <Marked text={link.title} />;
  return (
    <a href={link.url} target="_blank" rel="noopener noreferrer">
      <Marked text={link.title} />
    </a>
  );
}

/** `@ site` only where the page names one; the time and the host, small. On a tag's page the day instead of the time. */
function Meta({ entry, day }: { entry: DigestEntry; day: string | undefined }) {
  const { link, at, offset, firstDay } = entry;
  return (
    <p class="meta">
      {link.site && (
        <span class="site">
          <Marked text={t('site', link.site)} />
        </span>
      )}
      {day ? (
        <a href={dayHash(day)}>{shownDay(day)}</a>
      ) : (
        <time dateTime={isoWithOffset(at, offset)}>{clockTime(at, offset)}</time>
      )}
      <span title={link.url}>
        <Marked text={shownHost(link.url)} />
      </span>
      {firstDay && <a href={dayHash(firstDay)}>{t('firstSaved', shortDay(firstDay, dayOf(at, offset)))}</a>}
      {link.private && <span class="private">{t('private')}</span>}
    </p>
  );
}
