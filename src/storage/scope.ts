import type { Link } from '../core/link';
import type { Scope } from '../core/scope';
import { type Journal, journal } from './database';
import { allLinks } from './reading';
import { searchLinks } from './search';

const BATCH = 1000;

/** The links that are meant, each once, in the order of saving; those of a search the newest first, those of a selection in its order. */
export function linksOf(scope: Scope, db: Journal = journal): AsyncGenerator<Link> {
  return scope.kind === 'all' ? allLinks(db) : someLinks(scope, db);
}

async function* someLinks(scope: Scope, db: Journal): AsyncGenerator<Link> {
  if (scope.kind === 'search') {
    for await (const piece of searchLinks(scope.text, db)) yield* piece;
    return;
  }
  const ids = await idsOf(scope, db);
  for (let from = 0; from < ids.length; from += BATCH) {
    const links = await db.links.bulkGet(ids.slice(from, from + BATCH));
    yield* links.filter((link) => link !== undefined);
  }
}

/** Their ids, in that order. */
export async function idsOf(scope: Scope, db: Journal = journal): Promise<string[]> {
  switch (scope.kind) {
    case 'all':
      return db.links.toCollection().primaryKeys();
    case 'period': {
      const { first, last } = scope.period;
      const ids = await db.links.where('days').between(first, last, true, true).primaryKeys();
      return [...new Set(ids)].sort();
    }
    case 'tags': {
      const lists = await Promise.all(scope.tags.map((tag) => db.links.where('tags').equals(tag).primaryKeys()));
      const common = lists.reduce((ids, more) => {
        const others = new Set(more);
        return ids.filter((id) => others.has(id));
      });
      return common.sort();
    }
    case 'search': {
      const ids: string[] = [];
      for await (const { id } of linksOf(scope, db)) ids.push(id);
      return ids;
    }
    case 'selection':
      return scope.ids;
  }
}
