import { WayBack } from '../parts/toast';
import { deedText, type useBulk } from './use-bulk';

/** What was done to many links, and the way back. */
export function BulkToast({ bulk }: { bulk: ReturnType<typeof useBulk> }) {
  const { last, undo, forget } = bulk;
  if (!last) return null;
  return <WayBack text={deedText(last)} done={last} onUndo={undo} onDismiss={forget} />;
}
