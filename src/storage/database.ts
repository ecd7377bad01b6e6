import { Dexie, type EntityTable, type Table } from 'dexie';
import type { DayNote } from '../core/day-note';
import type { Draft } from '../core/draft';
import type { Link } from '../core/link';
import type { ServerLink } from '../core/server-link';
import type { CountRow } from './count-rows';
import type { FetchUndoRow } from './fetch-undo';
import type { ImportPart, ImportRow } from './import-state';
import type { QueueRow } from './queue';
import { rekeyJournal } from './rekey';
import type { ServerRow } from './server';
import type { SettingRow } from './settings';
import type { Twin } from './twins';
import type { Indexed, Postings, Unindexed, Volume } from './volume';

/** A deleted link, kept for 30 days. */
export interface BinRow {
  /** The link's id. */
  id: string;
  key: string;
  deletedAt: number;
  link: Link;
}

/**
 * The journal. Indexes are few, since each one makes every save dearer:
 * `id` begins with the time, `&key` finds a page, `*days` a day's page, `*tags` a tag's.
 */
export class Journal extends Dexie {
  declare links: EntityTable<Link, 'id'>;
  /** No unique key here: a page may be deleted, saved anew and deleted again. */
  declare bin: EntityTable<BinRow, 'id'>;
  declare drafts: EntityTable<Draft, 'key'>;
  declare counts: EntityTable<CountRow, 'name'>;
  declare settings: EntityTable<SettingRow, 'name'>;
  /** The server, and what is known of the traffic with it; empty where there is none. */
  declare server: EntityTable<ServerRow, 'name'>;
  /** Links that changed since the queue last looked; only while there is a server. */
  declare touched: EntityTable<{ id: string }, 'id'>;
  /** What each link that is on the server was there, when both sides last agreed. */
  declare twins: EntityTable<Twin, 'id'>;
  /** What waits to be sent, or was refused: one row a link. */
  declare queue: EntityTable<QueueRow, 'id'>;
  /** Links that the server has beside a link's twin, of the same page: by their number there, as both sides last agreed on them. */
  declare doubles: EntityTable<Twin, 'remote'>;
  /** What a fetch has read, as the server has it. */
  declare fetched: EntityTable<ServerLink, 'id'>;
  /** What takes the last fetch back. */
  declare fetchUndo: EntityTable<FetchUndoRow, 'id'>;
  /** What the reader wrote about days themselves. */
  declare dayNotes: EntityTable<DayNote, 'day'>;
  /** Links that changed since the search index last took them in. */
  declare unindexed: EntityTable<Unindexed, 'id'>;
  /** The search index, see `volume.ts`. */
  declare volumes: EntityTable<Volume, 'volume'>;
  declare postings: Table<Postings, [volume: number, page: number]>;
  declare indexed: Table<Indexed, [volume: number, part: number]>;
  /** The import that is not over, with a copy of its file, and what is known of the last one. */
  declare imports: Table<ImportRow, string>;
  /** What became of each entry of the file that was imported last. */
  declare importParts: EntityTable<ImportPart, 'part'>;

  constructor(name = 'daily-shaarli', versions: readonly SchemaVersion[] = VERSIONS) {
    // Strict: a save is on the disk when it says so (one fdatasync, about a millisecond). Dexie hands the hint on in both browsers.
    super(name, { chromeTransactionDurability: 'strict', cache: 'disabled' });
    for (const { version, stores, upgrade } of versions) {
      const schema = this.version(version).stores(stores);
      if (upgrade) schema.upgrade(upgrade);
    }
  }

  /** The tables that are written together whenever a link is: see `CountChanges.apply`. */
  get written() {
    return [this.links, this.counts, this.server, this.touched, this.unindexed];
  }
}

export interface SchemaVersion {
  version: number;
  stores: Record<string, string>;
  /** Brings rows of the version before into this one's shape, inside the upgrade's transaction. */
  upgrade?: Parameters<ReturnType<Dexie['version']>['upgrade']>[0];
}

/** Every schema there ever was, oldest first. A change of the schema is one more entry; what stands here is never edited. */
export const VERSIONS: readonly SchemaVersion[] = [
  {
    version: 1,
    stores: {
      links: 'id, &key, *days, *tags',
      bin: 'id, key, deletedAt',
      drafts: 'key, at',
      counts: 'name',
      settings: 'name',
    },
  },
  {
    // Every open form has a draft of its own; before, there was one for each place.
    version: 2,
    stores: { drafts: 'key, place, at' },
    upgrade: (transaction) =>
      transaction
        .table<Draft, string>('drafts')
        .toCollection()
        .modify((draft) => {
          draft.place = draft.key;
        }),
  },
  // The list of tracking parameters has become a kept one, and AMP and reader addresses are their page's.
  { version: 3, stores: {}, upgrade: rekeyJournal },
  { version: 4, stores: { server: 'name', touched: 'id', twins: 'id, &remote', queue: 'id, [state+at]' } },
  { version: 5, stores: { doubles: 'remote', fetched: 'id', fetchUndo: 'id' } },
  {
    version: 6,
    stores: {
      dayNotes: 'day',
      unindexed: 'id',
      volumes: 'volume',
      postings: '[volume+page]',
      indexed: '[volume+part]',
    },
  },
  { version: 7, stores: { imports: 'name', importParts: 'part' } },
];

/** The journal of this browser. Opened at the first use, not before. */
export const journal = new Journal();
