import type { Day } from '../../core/link';
import { periodOf } from '../../core/period';
import { type Route, tagHash } from '../../core/route';
import type { Scope } from '../../core/scope';
import { spelledTag, type TagUse } from '../../core/tags';
import type { PageActions } from './actions';
import { AllTagsView } from './all-tags-view';
import { BinView } from './bin-view';
import { ImportView } from './import-view';
import { PeriodView } from './period-view';
import { SearchView } from './search-view';
import { TagView } from './tag-view';
import type { Importing } from './use-import';

/** What every view is given. */
export interface ViewProps {
  /** The reader's day now; undefined until it is read. */
  today: Day | undefined;
  /** The reader came here from another of our pages: the focus goes to the heading, as it does on a new page. */
  travelled: boolean;
  actions: PageActions;
  failed(error: unknown): void;
}

/** The view of an address: each in a file of its own. */
export function View({
  route,
  landed,
  importing,
  ...props
}: ViewProps & { route: Route; landed: Day | undefined; importing: Importing }) {
  switch (route.kind) {
    case 'now':
      return landed ? <PeriodView period={periodOf(landed, 'day')} withDrafts {...props} /> : null;
    case 'period':
      return <PeriodView period={route.period} withDrafts={route.period.name === props.today} {...props} />;
    case 'tags':
      return <TagView key={tagHash(...route.tags)} tags={route.tags} {...props} />;
    case 'allTags':
      return <AllTagsView {...props} />;
    case 'search':
      return <SearchView text={route.text} {...props} />;
    case 'bin':
      return <BinView {...props} />;
    case 'import':
      return <ImportView importing={importing} {...props} />;
    default:
      return null;
  }
}

/** The links that the view shows; undefined where it shows none, or that is not known yet. */
export function scopeOf(route: Route, landed: Day | undefined, uses: TagUse[]): Scope | undefined {
  switch (route.kind) {
    case 'now':
      return landed ? { kind: 'period', period: periodOf(landed, 'day') } : undefined;
    case 'period':
      return route;
    case 'tags':
      return { kind: 'tags', tags: route.tags.map((tag) => spelledTag(tag, uses)) };
    case 'search':
      return route;
    default:
      return undefined;
  }
}
