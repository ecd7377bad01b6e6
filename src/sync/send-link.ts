import { isWebAddress, parseAddress } from '../core/address';
import { Problem } from '../core/errors';
import {
  createdText,
  isNote,
  keptWritten,
  type ServerLink,
  sameAddress,
  searchFor,
  type WrittenLink,
} from '../core/server-link';
import { dropGone, finishSend, meetRemote, type Stand, standOf, tellNew, type Work } from '../storage/queue-steps';
import { isTwin, twinOf } from '../storage/twins';
import type { ShaarliApi } from './api';

/** What one row of the queue is worked with. */
export interface Turn extends Work {
  api: ShaarliApi;
}

/**
 * Sends a link as it is now. A server that has it gets what changed here, and what changed there comes here; after every write it is asked
 * what it has. Done again after it was broken off anywhere, it comes to the same.
 * @throws Problem what a `ShaarliApi` throws; `serverNoWebAddress`; `serverGone` where it was deleted there; `serverTaken` where another
 * link has the address there; `serverLost` where the server took it, but does not have it
 */
export async function sendLink(turn: Turn): Promise<void> {
  const stand = await standOf(turn);
  if (!stand) return;
  if (!stand.link) return dropGone(turn);
  if (!isWebAddress(stand.link.url)) throw new Problem('serverNoWebAddress');
  const remote = await findRemote(turn, stand);
  if (remote) return bringTogether(turn, remote);
  if (stand.twin && !stand.row.seen) throw new Problem('serverGone');
  return create(turn);
}

/** The link's counterpart, or what came of an earlier try to send it; undefined where there is none. */
export async function findRemote(turn: Turn, { row, link, twin }: Stand): Promise<ServerLink | undefined> {
  const { api, db, server } = turn;
  if (twin) {
    const remote = await api.link(twin.remote);
    if (remote && isTwin(twin, remote)) return remote;
    // Only a Shaarli can say that it has no such link: anything else answers 404, too.
    await api.info();
    return undefined;
  }
  const known = link ?? (await db.bin.get(row.id))?.link;
  if (!row.told || !known) return undefined;
  const { url } = row.told;
  const created = createdText(known, server.zone);
  const found = (await api.find(searchFor(url))).find((one) => one.created === created && sameAddress(one.url, url));
  return found && !(await db.twins.get({ remote: found.id })) ? found : undefined;
}

async function create(turn: Turn): Promise<void> {
  const told = await tellNew(turn);
  if (!told) return;
  const { link, taken } = await turn.api.create(told);
  const answer = link ?? taken;
  if (!sameHost(told.url, answer.url)) {
    if (link) await turn.api.remove(link.id);
    throw new Problem('serverNoWebAddress');
  }
  return link ? readBack(turn, told, link) : bringTogether(turn, answer);
}

async function bringTogether(turn: Turn, remote: ServerLink): Promise<void> {
  const told = await meetRemote(turn, remote);
  if (!told) return;
  // A note stays one only if it is written without an address.
  const url = isNote(remote) && sameAddress(remote.url, told.url) ? '' : told.url;
  const written = await turn.api.change(remote.id, { ...told, url });
  if (!written) throw new Problem('serverGone');
  if (written.taken) throw new Problem('serverTaken');
  if (!sameHost(told.url, written.link.url)) {
    await turn.api.change(remote.id, remote);
    throw new Problem('serverNoWebAddress');
  }
  return readBack(turn, told, written.link);
}

/** Of an address that PHP cannot read, such as one with the port `0000080`, a Shaarli makes `http://`. */
function sameHost(address: string, answer: string): boolean {
  return parseAddress(address)?.host === parseAddress(answer)?.host;
}

/** A Shaarli that is written to from two sides at once says yes to both, and keeps one. */
async function readBack(turn: Turn, told: WrittenLink, answer: ServerLink): Promise<void> {
  const back = await turn.api.link(answer.id);
  if (!back || !isTwin(twinOf('', answer), back) || !keptWritten(told, back)) throw new Problem('serverLost');
  await finishSend(turn, told, back);
}
