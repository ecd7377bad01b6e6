import { addLosses, type Losses } from '../core/fidelity';
import type { Link } from '../core/link';
import type { ReadResult } from '../core/read-result';
import type { WriteContext, WrittenFormat } from './format';

/** How much of the links was looked at, and what the format loses of them. */
export interface Fidelity {
  links: number;
  losses: Losses;
}

/** Links after which something is told. */
const TOLD = 500;

/**
 * What a format does not keep of some links. Nobody has to keep a list of it: they are written, read again and compared. Grows from step
 * to step; the last one is the whole.
 */
export async function* fidelityOf(
  format: WrittenFormat,
  links: AsyncIterable<Link> | Iterable<Link>,
  context: WriteContext,
): AsyncGenerator<Fidelity> {
  const losses: Losses = {};
  const written: Link[] = [];
  let count = 0;
  async function* noted() {
    for await (const link of links) {
      written.push(link);
      count += 1;
      format.losses?.(link, losses);
      yield link;
    }
  }
  const reader = format.read?.(context);
  // Entries come back in their order.
  const compare = (results: ReadResult[]) => {
    const some = written.splice(0, reader ? results.length : written.length);
    if (reader) for (const [place, link] of some.entries()) addLosses(losses, link, results[place]);
  };
  let told = 0;
  for await (const piece of format.write(noted(), context)) {
    compare(reader && typeof piece === 'string' ? reader.push(piece) : []);
    if (count < told + TOLD) continue;
    told = count;
    yield { links: count, losses: { ...losses } };
  }
  compare(reader?.end() ?? []);
  // A reader that gives less than was written has lost it.
  for (const link of written) addLosses(losses, link, undefined);
  yield { links: count, losses };
}
