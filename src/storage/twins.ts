import type { ServerLink, WrittenLink } from '../core/server-link';
import { type Journal, journal } from './database';

/** A link's counterpart on the server. A server may give a number to another link later: date and short address tell them apart. */
export interface Twin extends Pick<ServerLink, 'shorturl' | 'created' | 'updated'> {
  /** The link's id here. */
  id: string;
  /** Its number there. */
  remote: number;
  /** What it was there when both sides last agreed. */
  common: WrittenLink;
}

export function twinOf(id: string, remote: ServerLink): Twin {
  const { shorturl, created, updated } = remote;
  return { id, remote: remote.id, shorturl, created, updated, common: writtenOf(remote) };
}

export function writtenOf({ url, title, description, tags, private: hidden }: ServerLink): WrittenLink {
  return { url, title, description, tags, private: hidden };
}

/** True where what has the number there is still the same link. */
export function isTwin(twin: Twin, remote: ServerLink): boolean {
  return remote.id === twin.remote && remote.shorturl === twin.shorturl && remote.created === twin.created;
}

/** Those of the links that are on the server. */
export async function linksThere(ids: string[], db: Journal = journal): Promise<Set<string>> {
  return new Set(await db.twins.where('id').anyOf(ids).primaryKeys());
}
