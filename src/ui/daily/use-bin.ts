import { useRef, useState } from 'preact/hooks';
import { plural, t } from '../../platform/messages';
import { emptyBin, readBin, removeForGood, restoreAll, restoreLinks } from '../../storage/bin';
import type { BinRow } from '../../storage/database';
import { toEnd } from '../../storage/pieces';
import { focusWhenThere } from '../parts/focus';
import { useLive } from '../parts/use-live';

/** Rows that are shown at first, and each time more are asked for. */
const AT_ONCE = 200;

/** What can be done on the bin's page. */
export function useBin(failed: (error: unknown) => void) {
  const [limit, setLimit] = useState(AT_ONCE);
  const [said, setSaid] = useState('');
  /** What is about to be removed for good: one row, or all. */
  const [asked, setAsked] = useState<BinRow | 'all'>();
  const bin = useLive(() => readBin(limit), [limit], failed);
  const busy = useRef(false);

  /** One thing at a time. The focus goes where `back` selects. */
  function work(deed: () => Promise<string>, back: string): void {
    if (busy.current) return;
    busy.current = true;
    setAsked(undefined);
    deed()
      .then((text) => {
        setSaid(text);
        focusWhenThere(back);
      }, failed)
      .finally(() => {
        busy.current = false;
      });
  }
  const beside = (row: BinRow) => besideOf(bin?.rows ?? [], row);

  return {
    bin,
    said,
    asked,
    ask: setAsked,
    more(): void {
      setLimit(limit + AT_ONCE);
      const last = bin?.rows.at(-1);
      if (last) focusWhenThere(`${binRow(last.id)} + article button`);
    },
    putBack: (row: BinRow) =>
      work(async () => {
        const back = await toEnd(restoreLinks([row.id]));
        return back.size ? t('putBackDone', row.link.title) : plural('notInBin', 1);
      }, beside(row)),
    putAllBack(): void {
      setSaid(plural('workingOn', bin?.count ?? 0));
      work(async () => plural('allPutBack', await restoreAll()), 'h1');
    },
    remove: (row: BinRow) =>
      work(async () => {
        await removeForGood(row.id);
        return t('removedForGood', row.link.title);
      }, beside(row)),
    empty: () =>
      work(async () => {
        await emptyBin();
        return t('binEmptied');
      }, 'h1'),
  };
}

const binRow = (id: string) => `.bin > [data-id="${CSS.escape(id)}"]`;

/** Selects the first button of the row after it, or before it; the heading where it is the only one. */
function besideOf(rows: BinRow[], { id }: BinRow): string {
  const place = rows.findIndex((row) => row.id === id);
  const neighbour = rows[place + 1] ?? rows[place - 1];
  return neighbour ? `${binRow(neighbour.id)} button` : 'h1';
}
