import { Problem } from '../core/errors';
import type { Instant } from '../core/link';
import { isServerLink, type ServerLink, type WrittenLink } from '../core/server-link';
import { askServer, type HttpAnswer, type HttpRequest } from '../platform/http';
import { asEntered } from './html-text';
import { tokenFor } from './token';

export interface ServerInfo {
  /** All links there, and those of them that are private. */
  links: number;
  privateLinks: number;
  title: string;
  /** IANA name. */
  zone: string;
}

export interface HistoryEvent {
  event: string;
  at: Instant;
  /** Missing for what concerns no single link. */
  id?: number;
}

/** A write, or the link that has the address already. */
export type Written = { link: ServerLink; taken?: never } | { taken: ServerLink; link?: never };

/** Where an API is, and what opens it. */
export interface Access {
  /** Without a slash at the end: `https://example.org/api/v1`. */
  api: string;
  secret: string;
}

/**
 * A Shaarli's REST API. Every method throws Problem `serverSilent`, `serverMoved`, `serverShut` (401), `serverOther` (no such API) or
 * `serverFault` (5xx, or an answer that makes no sense: only 201 with a link is a link that was saved).
 * @see https://shaarli.github.io/api-documentation/
 */
export class ShaarliApi {
  readonly #access: Access;
  readonly #clock: () => number;
  /** How far the server's clock is ahead of ours (ms), as its last answer told. */
  ahead = 0;

  /** @param clock ms since 1970 */
  constructor(access: Access, clock: () => number) {
    this.#access = access;
    this.#clock = clock;
  }

  async info(signal?: AbortSignal): Promise<ServerInfo> {
    const { json } = await this.#ask('/info', { ...(signal && { signal }) }, 200);
    const { global_counter: links, private_counter: privateLinks, settings } = (json ?? {}) as Record<string, unknown>;
    if (!Number.isInteger(links) || !Number.isInteger(privateLinks)) throw new Problem('serverOther');
    const { title, timezone } = (settings ?? {}) as Record<string, unknown>;
    return {
      links: links as number,
      privateLinks: privateLinks as number,
      title: typeof title === 'string' ? asEntered(title) : '',
      zone: typeof timezone === 'string' ? timezone : 'UTC',
    };
  }

  /** A page of links, pinned ones first, then the newest. Empty past the end. @throws Problem `serverFault` where it is too large */
  async links(offset: number, limit: number, signal?: AbortSignal): Promise<ServerLink[]> {
    const { json } = await this.#ask(`/links?offset=${offset}&limit=${limit}`, { ...(signal && { signal }) }, 200);
    if (!Array.isArray(json) || !json.every(isServerLink)) throw new Problem('serverFault');
    return json;
  }

  /** Links in which all these words stand somewhere, be it in the address. */
  async find(words: string): Promise<ServerLink[]> {
    const { json } = await this.#ask(`/links?limit=all&searchterm=${encodeURIComponent(words)}`, {}, 200);
    if (!Array.isArray(json) || !json.every(isServerLink)) throw new Problem('serverFault');
    return json;
  }

  /** Undefined where there is none with the number. */
  async link(id: number, signal?: AbortSignal): Promise<ServerLink | undefined> {
    const { status, json } = await this.#ask(`/links/${id}`, { ...(signal && { signal }) }, 200, 404);
    return status === 404 ? undefined : linkOf(json);
  }

  /** @param link with its date as `createdText` writes it */
  async create(link: WrittenLink & Pick<ServerLink, 'created'>): Promise<Written> {
    const { status, json } = await this.#ask('/links', { method: 'POST', body: link }, 201, 409);
    return status === 409 ? { taken: linkOf(json) } : { link: linkOf(json) };
  }

  /** Undefined where there is none with the number. */
  async change(id: number, link: WrittenLink): Promise<Written | undefined> {
    const { status, json } = await this.#ask(`/links/${id}`, { method: 'PUT', body: link }, 200, 404, 409);
    if (status === 404) return undefined;
    return status === 409 ? { taken: linkOf(json) } : { link: linkOf(json) };
  }

  /** False where there was none with the number. */
  async remove(id: number): Promise<boolean> {
    return (await this.#ask(`/links/${id}`, { method: 'DELETE' }, 204, 404)).status === 204;
  }

  /**
   * What happened since, the newest first. Hints, not a log: kept for 31 days, and without what is deleted or made private in its web
   * pages; events of the same second come again.
   */
  async history(since: Instant, signal?: AbortSignal): Promise<HistoryEvent[]> {
    const from = new Date(since * 1000).toISOString().replace(/\.\d+Z$/, 'Z');
    const { json } = await this.#ask(`/history?since=${from}`, { ...(signal && { signal }) }, 200);
    if (!Array.isArray(json)) throw new Problem('serverFault');
    return json.map(eventOf);
  }

  /** A token that the server did not take is made once more by its own clock, where that turns out to be another than ours. */
  async #ask(path: string, request: HttpRequest, ...good: number[]): Promise<HttpAnswer> {
    const before = this.ahead;
    let answer = await this.#askOnce(path, request);
    if (answer.status === 401 && Math.abs(this.ahead - before) > CLOCK_MATTERS)
      answer = await this.#askOnce(path, request);
    const { status, json } = answer;
    // A web server's own page that something is not found says nothing of a link: there is no Shaarli any more.
    if (good.includes(status) && !(status === 404 && json === undefined)) return answer;
    if (status === 401) throw new Problem('serverShut');
    throw new Problem(status === 404 || status === 403 || status === 405 ? 'serverOther' : 'serverFault');
  }

  async #askOnce(path: string, request: HttpRequest): Promise<HttpAnswer> {
    const token = await tokenFor(this.#access.secret, this.#clock() + this.ahead);
    const answer = await askServer(this.#access.api + path, { ...request, token });
    if (answer.clock !== undefined) this.ahead = answer.clock - this.#clock();
    return answer;
  }
}

/** Clocks that differ by less (ms) do not keep a token from being taken. */
const CLOCK_MATTERS = 60_000;

function eventOf(json: unknown): HistoryEvent {
  const { event, datetime, id } = (json ?? {}) as Record<string, unknown>;
  const at = Math.floor(Date.parse(String(datetime)) / 1000);
  if (typeof event !== 'string' || Number.isNaN(at)) throw new Problem('serverFault');
  return { event, at, ...(typeof id === 'number' && { id }) };
}

function linkOf(json: unknown): ServerLink {
  if (!isServerLink(json)) throw new Problem('serverFault');
  return json;
}
