import { Problem } from '../core/errors';
import { sameWritten } from '../core/server-link';
import { acceptRemote, finishDelete, standOf, tellDelete } from '../storage/queue-steps';
import { isTwin, twinOf } from '../storage/twins';
import { findRemote, type Turn } from './send-link';

/**
 * Deletes a link on the server that was deleted here. One that was changed there is left, once: whoever tries again has been told.
 * @throws Problem what a `ShaarliApi` throws; `serverChanged`; `serverLost` where it is there all the same
 */
export async function deleteRemote(turn: Turn): Promise<void> {
  const stand = await standOf(turn);
  if (!stand) return;
  const remote = stand.link ? undefined : await findRemote(turn, stand);
  if (remote) {
    if (stand.twin && !sameWritten(stand.twin.common, remote)) {
      await acceptRemote(turn, remote);
      throw new Problem('serverChanged');
    }
    if (!(await tellDelete(turn))) return;
    await turn.api.remove(remote.id);
    const back = await turn.api.link(remote.id);
    if (back && isTwin(twinOf('', remote), back)) throw new Problem('serverLost');
  }
  await finishDelete(turn);
}
