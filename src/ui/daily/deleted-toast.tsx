import { plural, t } from '../../platform/messages';
import { linksThere } from '../../storage/twins';
import { WayBack } from '../parts/toast';
import { useLive } from '../parts/use-live';
import type { useDeleted } from './use-deleted';

/** What was deleted: the way back, and the way to delete on the server what is there too. */
export function DeletedToast(props: { deleted: ReturnType<typeof useDeleted>; failed(error: unknown): void }) {
  const { ids, title, thereToo, dismiss, takeBack, removeThere } = props.deleted;
  const found = useLive(() => linksThere(ids), [ids], props.failed);
  if (!ids.length) return null;
  const one = ids.length === 1;
  const asked = new Set(thereToo);
  const there = ids.filter((id) => found?.has(id) && !asked.has(id));
  const deleted = one && title ? t('deleted', title) : plural('deletedLinks', ids.length);
  return (
    <WayBack
      text={[deleted, thereText(one, there, thereToo)].filter(Boolean).join(one ? ' · ' : ' ')}
      done={ids}
      onUndo={takeBack}
      {...(there.length && { also: { label: plural('deleteThere', there.length), act: () => removeThere(there) } })}
      onDismiss={dismiss}
    />
  );
}

/** What that means for the server: what is there still, or is to be deleted there too. */
function thereText(one: boolean, there: string[], thereToo: string[]): string {
  if (there.length) return one ? t('isThere') : plural('areThere', there.length);
  if (thereToo.length) return one ? t('goesThere') : t('goThere');
  return '';
}
