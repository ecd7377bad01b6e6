import { plural } from '../../platform/messages';
import type { BulkDone } from '../../storage/bulk';
import { WayBack } from '../parts/toast';
import type { useBulk } from './use-bulk';

/** What was done to many links, and the way back. */
export function BulkToast({ bulk }: { bulk: ReturnType<typeof useBulk> }) {
  const { last, undo, forget } = bulk;
  if (!last) return null;
  return <WayBack text={doneText(last)} done={last} onUndo={undo} onDismiss={forget} />;
}

function doneText({ change, links, same, gone }: BulkDone): string {
  const name = change.field === 'tags' ? 'retagged' : change.private ? 'madePrivate' : 'madePublic';
  return [plural(name, links.length), same > 0 && plural('soAlready', same), gone > 0 && plural('goneAlready', gone)]
    .filter(Boolean)
    .join(' ');
}
