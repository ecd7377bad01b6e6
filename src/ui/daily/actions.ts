import type { Day, Link, Passage } from '../../core/link';
import type { Save } from '../../core/save';
import type { TagUse } from '../../core/tags';
import { clockNow } from '../../platform/clock';
import type { Discarded, useDrafts } from './use-drafts';
import type { Boxes } from './use-selection';
import type { ServerForCards } from './use-server';

/** What a page of links can ask for; the views know nothing of where it goes. */
export interface LinkActions {
  uses: TagUse[];
  /** Id of the link whose form is open. */
  editing: string;
  edit(id: string): void;
  /** Closes the form. The focus goes to what `back` selects, or to the way back where a draft was discarded. */
  close(back: string, discarded?: Discarded): void;
  change(link: Link, save: Save, passage: Passage, drafts: string[], move?: { from: Day; to: Day }): Promise<void>;
  copy(link: Link): void;
  remove(link: Pick<Link, 'id' | 'title'>): void;
  /** Undefined where none is set up. */
  server: ServerForCards | undefined;
  /** While links are selected. */
  boxes: Boxes | undefined;
}

/** What the page of a day can ask for beside that. */
export type PageActions = LinkActions & Pick<ReturnType<typeof useDrafts>, 'saveDraft' | 'saveRow' | 'discardRow'>;

/** What is done, without what it is done with. */
export type Verbs = Omit<PageActions, 'uses' | 'editing' | 'server' | 'boxes'>;

/** Selects a link's card. */
export const cardOf = (id: string) => `article[data-id="${CSS.escape(id)}"]`;

export function nowSeconds(): number {
  return Math.floor(clockNow().ms / 1000);
}
