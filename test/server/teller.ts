import fc from 'fast-check';
import { expect } from 'vitest';
import { giveUp } from '../../src/storage/queue';
import type { ShaarliApi } from '../../src/sync/api';
import type { ServerLink } from '../shaarli/server';
import type { Sender } from './sender';

/* Stories of what is done to a journal and its server, in any order, and a teller of them. */

const PAGES = 2;

/** One thing that somebody does to a page, here or there. What is not possible as things are is passed over. */
export type Deed = { page: number } & (
  | { do: 'save' | 'rewrite' | 'quote' | 'retag' | 'hide' | 'move' | 'remove' | 'removeThere' | 'restore' | 'send' }
  | { do: 'editThere' | 'deleteThere' }
);

/** A background works until, at one of its requests, it is killed or something else is done meanwhile. */
export interface Shift {
  do: 'work';
  /** At which request. */
  request: number;
  event: 'kill before' | 'kill after' | Deed;
}

export const HERE = [
  'save',
  'save',
  'rewrite',
  'rewrite',
  'quote',
  'retag',
  'hide',
  'move',
  'remove',
  'removeThere',
  'restore',
  'send',
] as const;
export const THERE = ['editThere', 'editThere', 'deleteThere'] as const;

const deeds = (kinds: readonly Deed['do'][]): fc.Arbitrary<Deed> =>
  fc.record({ page: fc.nat(PAGES - 1), do: fc.constantFrom(...kinds) });

const shifts = (kinds: readonly Deed['do'][]): fc.Arbitrary<Shift> =>
  fc.record({
    do: fc.constant('work' as const),
    request: fc.nat(4),
    event: fc.oneof(
      { arbitrary: fc.constantFrom('kill before' as const, 'kill after' as const), weight: 2 },
      { arbitrary: deeds(kinds), weight: 1 },
    ),
  });

export const stories = (kinds: readonly Deed['do'][]): fc.Arbitrary<(Deed | Shift)[]> =>
  fc.array(fc.oneof(deeds(kinds), shifts(kinds)), { minLength: 5, maxLength: 20, size: 'max' });

/** Tells a story to a journal and its server, and remembers what was written. */
export class Teller {
  readonly #sender: Sender;
  /** The pages' links, as far as they were saved. */
  readonly #ids = new Map<number, string>();
  /** Every word that was written here, and there. */
  readonly here = new Set<string>();
  readonly there = new Set<string>();
  #words = 0;

  constructor(sender: Sender) {
    this.#sender = sender;
  }

  async tell(story: (Deed | Shift)[]): Promise<void> {
    for (const part of story) {
      this.#sender.later(1000);
      if (part.do === 'work') await this.#work(part);
      else await this.#act(part);
    }
  }

  /** To the end: what was refused is tried again, but for what would throw away a change that was made there. */
  async end(): Promise<void> {
    for (let times = 0; times < 4; times += 1) {
      await this.#sender.workOut();
      for (const { id, why } of await this.#sender.queue()) {
        if (why === 'serverChanged') await giveUp(id, this.#sender.db);
        else await this.#sender.tryAgain(id);
      }
    }
  }

  #word(of: Set<string>): string {
    this.#words += 1;
    const word = `word${this.#words}`;
    of.add(word);
    return word;
  }

  /** Whoever takes a word away on purpose does not miss it. */
  #forget(word: string): void {
    this.here.delete(word);
    this.there.delete(word);
  }

  async #act({ do: what, page }: Deed): Promise<void> {
    const sender = this.#sender;
    const id = this.#ids.get(page) ?? '';
    const link = await sender.db.links.get(id);
    const url = `https://example.org/${page}`;
    const remote = (await sender.shaarli.links()).find((one) => one.url.startsWith(url));
    if (what === 'save' && link) await sender.edit(id, { note: `${link.note}\n\n${this.#word(this.here)}` });
    else if (what === 'save') this.#ids.set(page, (await sender.save({ url, note: this.#word(this.here) })).id);
    else if (what === 'editThere' && remote)
      await this.#putThere({ ...remote, description: `${remote.description}\n\n${this.#word(this.there)}` });
    else if (what === 'deleteThere' && remote) {
      for (const word of this.there) if (remote.description.includes(word)) this.#forget(word);
      await sender.shaarli.api('DELETE', `/links/${remote.id}`);
    } else if (what === 'restore' && !link && (await sender.db.bin.get(id))) await sender.restore(id);
    else if (!link) return;
    else if (what === 'rewrite') {
      for (const word of [...this.here, ...this.there]) if (link.note.includes(word)) this.#forget(word);
      await sender.edit(id, { note: this.#word(this.here) });
    } else if (what === 'quote') await sender.edit(id, {}, this.#word(this.here));
    else if (what === 'retag') await sender.edit(id, { tags: [`tag${this.#words}`] });
    else if (what === 'hide') await sender.edit(id, { private: !link.private });
    else if (what === 'move') await sender.edit(id, { url: `${url}?${this.#words}` });
    else if (what === 'send') await sender.send(id);
    else if (what === 'remove' || what === 'removeThere') await sender.remove(id, what === 'removeThere');
  }

  async #putThere(remote: ServerLink): Promise<void> {
    expect(await this.#sender.shaarli.api('PUT', `/links/${remote.id}`, remote)).toMatchObject({ status: 200 });
  }

  /** A new background each time. One that is killed waits for ever for an answer. */
  async #work({ request, event }: Shift): Promise<void> {
    let requests = 0;
    let kill = () => {};
    const killed = new Promise<void>((resolve) => {
      kill = resolve;
    });
    const dead = () => {
      kill();
      return new Promise<never>(() => {});
    };
    const open = () => {
      const api = this.#sender.open();
      for (const name of REQUESTS) {
        const ask = api[name].bind(api) as (...given: unknown[]) => Promise<never>;
        api[name] = async (...given: unknown[]) => {
          const now = requests === request;
          requests += 1;
          if (now && event === 'kill before') return dead();
          if (now && typeof event === 'object' && !isUnseen(name, event)) await this.#act(event);
          const answer = await ask(...given);
          return now && event === 'kill after' ? dead() : answer;
        };
      }
      return api;
    };
    await Promise.race([this.#sender.worker(open).wake(), killed]);
  }
}

const REQUESTS = ['create', 'change', 'remove', 'link', 'find', 'info'] as const satisfies (keyof ShaarliApi)[];

/** A Shaarli cannot be told to write only what nobody else changed since: between our look and our write there is a moment. */
function isUnseen(request: string, deed: Deed): boolean {
  return ['change', 'remove'].includes(request) && deed.do === 'editThere';
}
