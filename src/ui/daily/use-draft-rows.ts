import { useRef } from 'preact/hooks';
import { ADDING, saysSomething } from '../../core/draft';
import { type DraftRow, listDrafts } from '../../storage/drafts';
import { useLive } from '../parts/use-live';

/**
 * The drafts to be listed, the newest first, and the one whose form is open (`editing` is its key). What stands in a form on this
 * page is not listed, though it is kept at every key.
 */
export function useDraftRows(editing: string, wanted: boolean, failed: (error: unknown) => void) {
  const all = useLive(async () => (wanted ? listDrafts() : []), [wanted], failed) ?? [];
  // The form replaces the draft that it was opened on by its own: it stays open on the one that is gone.
  const open = useRef<DraftRow | undefined>(undefined);
  const chosen = all.find(({ draft }) => draft.key === editing);
  if (chosen) open.current = chosen;
  else if (open.current?.draft.key !== editing) open.current = undefined;
  const places = [open.current?.draft.place, editing === 'new' && ADDING];
  const rows = all.filter(
    (row) => !places.includes(row.draft.place) && !(row.link && row.link.id === editing) && saysSomething(row),
  );
  return { rows, open: open.current };
}
