import type { Journal } from './database';
import { plainly, type Tables, tell, type Written } from './plainly';

/** Links that are read and written in one transaction: a save of another window waits for no more. */
const AT_ONCE = 250;
/** Pieces after which live queries hear of them: a page that shows thousands reads and draws all of them each time. */
const UNTOLD = 40;

/** How far something is that is done to many links. */
export interface SoFar<Done> {
  /** Links that it was done to, or that needed nothing. */
  count: number;
  /** What came of it. It grows from piece to piece. */
  done: Done;
}

/**
 * Does something to many links, each once, some in every transaction. Where it is broken off (by who asks, a full disk, a closed window)
 * pieces that were done stay done: nobody could save for as long as one transaction over all of them takes, and what is half done can be
 * taken back, or done again. Nothing happens but as the steps are taken (`for await`, `toEnd`).
 */
export async function* inPieces<Piece>(
  ids: Iterable<string>,
  names: Parameters<typeof plainly>[1],
  work: (tables: Tables, some: string[]) => Promise<Piece>,
  db: Journal,
): AsyncGenerator<{ count: number; piece: Piece }> {
  const each = [...new Set(ids)];
  let written: Written = {};
  try {
    let count = 0;
    for (let pieces = 1; count < each.length || pieces === 1; pieces += 1) {
      const some = each.slice(count, count + AT_ONCE);
      const piece = await plainly(db, names, (tables) => work(tables, some), { written });
      count += some.length;
      if (pieces % UNTOLD === 0) {
        tell(written);
        written = {};
      }
      yield { count, piece };
    }
  } finally {
    tell(written);
  }
}

/** Has it go on to its end. @returns what came of it */
export async function toEnd<Done>(steps: AsyncGenerator<SoFar<Done>>): Promise<Done> {
  let last: SoFar<Done> | undefined;
  for await (const step of steps) last = step;
  if (!last) throw new RangeError('no step was taken');
  return last.done;
}
