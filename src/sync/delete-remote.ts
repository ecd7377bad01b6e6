import { Problem } from '../core/errors';
import { finishDelete, seeRemote, sendInstead, standOf } from '../storage/queue-steps';
import { isTwin, twinOf } from '../storage/twins';
import { findRemote, type Turn } from './send-link';

/**
 * Deletes a link on the server that was deleted here, unless it was changed there: see `seeRemote`.
 * @throws Problem what a `ShaarliApi` throws; `serverLost` where it is there all the same
 */
export async function deleteRemote(turn: Turn): Promise<void> {
  const stand = await standOf(turn);
  if (!stand) return;
  if (stand.link) return sendInstead(turn);
  const remote = await findRemote(turn, stand);
  if (remote) {
    if (!(await seeRemote(turn, remote))) return;
    await turn.api.remove(remote.id);
    const back = await turn.api.link(remote.id);
    if (back && isTwin(twinOf('', remote), back)) throw new Problem('serverLost');
  }
  await finishDelete(turn);
}
