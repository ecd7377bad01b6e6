import { Problem } from '../core/errors';
import { isSameServer } from '../core/server-address';
import { forgetSecret, keepSecret } from '../platform/server-secret';
import { type Journal, journal } from '../storage/database';
import { forgetServer, goOnSending, readServer, type Server, writeServer } from '../storage/server';
import { type ServerInfo, ShaarliApi } from './api';
import { findServer } from './find-server';
import { asStored } from './html-text';

/** A Shaarli that answers, and what opens it. */
export interface TestedServer {
  server: Server;
  secret: string;
  info: ServerInfo;
  /** How far its clock is ahead of ours (ms). */
  ahead: number;
}

/**
 * Looks for the Shaarli behind an address and sees whether it takes the secret. Nothing is kept.
 * @param clock ms since 1970
 * @throws Problem `noServerAddress`, `noSecret`, or what is wrong there
 */
export async function testServer(
  { address, secret }: { address: string; secret: string },
  clock: () => number,
): Promise<TestedServer> {
  if (!secret.trim()) throw new Problem('noSecret');
  const place = await findServer(address);
  for (const spelling of spellings(secret.trim())) {
    const api = new ShaarliApi({ api: place.api, secret: spelling }, clock);
    const info = await api.info().catch(unlessShut);
    if (info) return { server: { ...place, zone: info.zone }, secret: spelling, info, ahead: api.ahead };
  }
  throw new Problem('serverShut');
}

function unlessShut(error: unknown): undefined {
  if (!(error instanceof Problem) || error.code !== 'serverShut') throw error;
}

/** As it is; and as a Shaarli stores it, on whose page of settings the two look the same. */
function spellings(secret: string): Set<string> {
  return new Set([secret, asStored(secret)]);
}

/**
 * Keeps the server, in such an order that what is set up half sends nothing, or nothing to a place where it is not meant to go. What is
 * known of another server, and what waits to be sent there, is forgotten.
 */
export async function keepServer({ server, secret }: TestedServer, db: Journal = journal): Promise<void> {
  const old = await readServer('server', db);
  if (old && !isSameServer(old.address, server.address)) await forgetServer(db);
  await keepSecret(secret);
  await writeServer('server', server, db);
  await goOnSending(db);
}

/** Forgets the server and its secret. No link is touched, neither here nor there. */
export async function removeServer(db: Journal = journal): Promise<void> {
  await forgetServer(db);
  await forgetSecret();
}
