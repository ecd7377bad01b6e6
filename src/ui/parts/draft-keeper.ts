import { latestWriter } from '../../core/draft';
import { draftOf, type Form, shownValues } from '../../core/form';
import { clockNow } from '../../platform/clock';
import { type DraftPlace, dropDraft, writeDraft } from '../../storage/drafts';

/**
 * Keeps what is typed into a form as a draft: call `put` at every change.
 * @param place where the draft lies; undefined while that is not known, or where nothing may be kept
 * @param current the form as it is when the write begins
 */
export function draftKeeper(
  place: () => Promise<DraftPlace | undefined>,
  current: () => Form,
  failed: (error: unknown) => void,
) {
  return latestWriter(async () => {
    const where = await place();
    if (where === undefined) return;
    const form = current();
    const draft = draftOf(form);
    const { url, title } = shownValues(form);
    if (draft) await writeDraft(where, { url, title, ...draft }, clockNow());
    else await dropDraft(where);
  }, failed);
}
