import { useEffect, useState } from 'preact/hooks';
import { type Changeable, countChanging } from '../../core/bulk-change';
import type { TagUse } from '../../core/tags';
import { plural, t } from '../../platform/messages';
import { readChangeable } from '../../storage/bulk';
import { Ask } from '../parts/dialog';
import { BulkTags } from './bulk-tags';
import type { Asked, useBulk } from './use-bulk';

interface BulkDialogProps {
  bulk: ReturnType<typeof useBulk>;
  uses: TagUse[];
  /** Whether there is a server, on which links change too. */
  server: boolean;
  failed(error: unknown): void;
}

/** Asks before something is done to many links, and says to how many. */
export function BulkDialog({ bulk, ...props }: BulkDialogProps) {
  return bulk.asked ? <Question key={bulk.asked.what} asked={bulk.asked} bulk={bulk} {...props} /> : null;
}

function Question({ asked, bulk, uses, server, failed }: BulkDialogProps & { asked: Asked }) {
  const { what, ids } = asked;
  const links = useChangeable(ids, failed);
  if (what === 'tags') {
    return (
      <BulkTags
        count={ids.length}
        links={links}
        uses={uses}
        server={server}
        onDo={(change) => bulk.change(ids, change)}
        onCancel={bulk.cancel}
        failed={failed}
      />
    );
  }
  const count = plural('linkCount', ids.length);
  if (what === 'delete') {
    return (
      <Ask question={t('bulkDelete', count)} action={t('delete')} onDo={() => bulk.remove(ids)} onCancel={bulk.cancel}>
        <p>{plural('bulkDeleteHelp', ids.length)}</p>
      </Ask>
    );
  }
  const change = { field: 'private', private: what === 'private' } as const;
  const same = links ? links.length - countChanging(links, change) : 0;
  return (
    <Ask
      question={t(what === 'private' ? 'bulkPrivate' : 'bulkPublic', count)}
      action={t(what === 'private' ? 'makePrivate' : 'makePublic')}
      onDo={() => bulk.change(ids, change)}
      onCancel={bulk.cancel}
    >
      <p role="status">{same > 0 && plural('bulkSame', same)}</p>
      {server && <p>{t('changesThere')}</p>}
    </Ask>
  );
}

/** What the preview goes by; of thousands of links it comes a moment later. */
function useChangeable(ids: string[], failed: (error: unknown) => void): Changeable[] | undefined {
  const [links, setLinks] = useState<Changeable[]>();
  useEffect(() => {
    readChangeable(ids).then(setLinks, failed);
  }, [ids]);
  return links;
}
