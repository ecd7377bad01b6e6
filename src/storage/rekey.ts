import type { EntityTable, Transaction } from 'dexie';
import type { Draft } from '../core/draft';
import type { Link } from '../core/link';
import { matchKey } from '../core/match-key';
import { uniteLinks } from '../core/merge';
import type { CountRow } from './count-rows';
import { CountChanges } from './counts';
import type { BinRow } from './database';

const BATCH = 1000;

/**
 * An upgrade for when match keys are made in a new way: gives every link, deleted link and draft its new key. Links that turn out to
 * be the same page become one, the earliest with what the others hold (see `uniteLinks`). Runs inside the upgrade's transaction: all or
 * nothing.
 */
export async function rekeyJournal(tx: Transaction): Promise<void> {
  await rekeyLinks(tx.table('links'), tx.table('counts'));
  await tx
    .table<BinRow, string>('bin')
    .toCollection()
    .modify((row) => {
      row.key = row.link.key = matchKey(row.link.url);
    });
  // A draft knows its page by the old key only. That is an address too, and its key is the new one.
  await tx
    .table<Draft, string>('drafts')
    .toCollection()
    .modify((draft) => {
      draft.place = matchKey(draft.place);
    });
}

async function rekeyLinks(links: EntityTable<Link, 'id'>, counts: EntityTable<CountRow, 'name'>): Promise<void> {
  const moved = await linksWithNewKeys(links);
  if (!moved.length) return;
  const wanted = new Set(moved.map((link) => link.key));
  const holders = await links
    .where('key')
    .anyOf([...wanted])
    .toArray();
  const ids = new Set(moved.map((link) => link.id));
  const staying = holders.filter((link) => !ids.has(link.id));
  const { united, gone, changes } = uniteByKey([...staying, ...moved]);
  // No two may have a key at once: who goes, or holds one that another gets, makes room first.
  await links.bulkDelete([...gone, ...holders.filter((link) => ids.has(link.id)).map((link) => link.id)]);
  await links.bulkPut(united);
  await changes.recount({ counts });
}

function uniteByKey(links: Link[]): { united: Link[]; gone: string[]; changes: CountChanges } {
  const united = new Map<string, Link>();
  const gone: string[] = [];
  const changes = new CountChanges();
  for (const link of links) {
    const there = united.get(link.key);
    const [first, second] = there && there.id > link.id ? [link, there] : [there ?? link, link];
    const result = there ? uniteLinks(first, second) : link;
    united.set(link.key, result);
    if (!there) continue;
    gone.push(second.id);
    changes.replace(second, undefined);
    changes.replace(first, result);
  }
  return { united: [...united.values()], gone, changes };
}

/** Under their new keys, in the order of saving. Read in batches: few are moved, and all links at once may be more than there is memory for. */
async function linksWithNewKeys(links: EntityTable<Link, 'id'>): Promise<Link[]> {
  const moved: Link[] = [];
  for (let after = ''; ; ) {
    const batch = await links.where('id').above(after).limit(BATCH).toArray();
    const last = batch.at(-1);
    if (!last) return moved;
    for (const link of batch) {
      const key = matchKey(link.url);
      if (key !== link.key) moved.push({ ...link, key });
    }
    after = last.id;
  }
}
