import type { Link } from '../../core/link';
import { plural, t } from '../../platform/messages';
import { linksThere } from '../../storage/twins';
import { WayBack } from '../parts/toast';
import { useLive } from '../parts/use-live';
import type { useDeleted } from './use-deleted';

/** What was deleted: the way back, and the way to delete on the server what is there too. */
export function DeletedToast(props: { deleted: ReturnType<typeof useDeleted>; failed(error: unknown): void }) {
  const { links, thereToo, dismiss, takeBack, removeThere } = props.deleted;
  const found = useLive(() => linksThere(links.map(({ id }) => id)), [links], props.failed);
  if (!links.length) return null;
  const there = links.map(({ id }) => id).filter((id) => found?.has(id) && !thereToo.includes(id));
  return (
    <WayBack
      text={[deletedText(links), thereText(links, there, thereToo)]
        .filter(Boolean)
        .join(links.length === 1 ? ' · ' : ' ')}
      done={links}
      onUndo={takeBack}
      {...(there.length && { also: { label: plural('deleteThere', there.length), act: () => removeThere(there) } })}
      onDismiss={dismiss}
    />
  );
}

/** What that means for the server: what is there still, or is to be deleted there too. */
function thereText(links: Link[], there: string[], thereToo: string[]): string {
  const one = links.length === 1;
  if (there.length) return one ? t('isThere') : plural('areThere', there.length);
  if (thereToo.length) return one ? t('goesThere') : t('goThere');
  return '';
}

function deletedText(links: Link[]): string {
  return links.length === 1 ? t('deleted', links[0]?.title ?? '') : plural('deletedLinks', links.length);
}
