import { useEffect, useRef, useState } from 'preact/hooks';
import type { TabEntry } from '../../core/open-tabs';
import { clockNow } from '../../platform/clock';
import { plural, t } from '../../platform/messages';
import { dailyAddress } from '../../platform/pages';
import { deleteLinks } from '../../storage/bulk';
import { toEnd } from '../../storage/pieces';
import type { Outcome } from '../../storage/save-many';
import { problemText } from '../parts/problem-text';

/** What was saved at once, and what became of it. */
export interface Done {
  pages: TabEntry[];
  /** One for each page. */
  outcomes: Outcome[];
  /** There were tags to put on them. */
  tagged: boolean;
  /** Tabs that were meant too, but could not be chosen. */
  skipped: TabEntry[];
}

/** What was saved, what was there already and what was left out, with the way back. */
export function Report({ done, failed }: { done: Done; failed(error: unknown): void }) {
  const [takenBack, setTakenBack] = useState(false);
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => head.current?.focus(), [takenBack]);
  const { fresh, known, left, day } = sorted(done);

  async function takeBack(): Promise<void> {
    const ids = fresh.map(({ id }) => id);
    await toEnd(deleteLinks(ids, clockNow()));
    setTakenBack(true);
  }

  return (
    <section class="report">
      <h2 tabIndex={-1} ref={head}>
        {takenBack ? plural('deletedLinks', fresh.length) : plural('pagesSaved', fresh.length)}
      </h2>
      <Pages lines={fresh.map(({ title }) => title)} summary={t('whichPages')} />
      <Pages
        lines={known.map(({ title }) => title)}
        summary={plural(done.tagged ? 'pagesTagged' : 'pagesKnown', known.length)}
      />
      <Pages lines={left} summary={plural('tabsLeftOut', left.length)} open />
      <p class="ways">
        <a href={dailyAddress(day)}>{t('showDay')}</a>
        {fresh.length > 0 && !takenBack && (
          <button type="button" class="plain" onClick={() => void takeBack().catch(failed)}>
            {plural('takeBack', fresh.length)}
          </button>
        )}
      </p>
    </section>
  );
}

function Pages({ lines, summary, open = false }: { lines: string[]; summary: string; open?: boolean }) {
  if (!lines.length) return null;
  return (
    <details open={open}>
      <summary>{summary}</summary>
      <ul>
        {lines.map((line, place) => (
          <li key={place} dir="auto">
            {line}
          </li>
        ))}
      </ul>
    </details>
  );
}

function sorted({ pages, outcomes, skipped }: Done) {
  const saved = outcomes.flatMap((one) => ('link' in one ? one : []));
  const left = [
    ...skipped.map((entry) => `${nameOf(entry)} — ${t(`skipped_${entry.skipped ?? 'notHttp'}`)}`),
    ...pages.flatMap((entry, place) => {
      const outcome = outcomes[place];
      return outcome && 'problem' in outcome ? `${nameOf(entry)} — ${problemText(outcome.problem)}` : [];
    }),
  ];
  return {
    fresh: saved.filter((one) => !one.known).map((one) => one.link),
    known: saved.filter((one) => one.known).map((one) => one.link),
    left,
    day: (saved.find((one) => !one.known) ?? saved[0])?.day,
  };
}

function nameOf({ tab }: TabEntry): string {
  return tab.title || tab.url;
}
