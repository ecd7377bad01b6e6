import type { Scope } from '../../core/scope';
import { language, plural, t } from '../../platform/messages';
import type { Words } from '../../publish/publication';
import type { SiteWords } from '../../publish/site/words';
import { shortDay, shownDay, shownMonth, shownPeriod } from '../parts/dates';
import { scopeName } from '../parts/scope-name';

/** The texts of a publication, in the reader's language. */
export function publishWords(): Words {
  return {
    language: language(),
    tags: t('tags'),
    links: (count) => plural('links', count),
    day: shownDay,
    firstSaved: (day, here) => t('firstSaved', shortDay(day, here)),
  };
}

export function siteWords(): SiteWords {
  return {
    ...publishWords(),
    days: t('publishDays'),
    previousDay: t('previousDay'),
    nextDay: t('nextDay'),
    allTags: t('publishAllTags'),
    feed: t('publishFeed'),
    archive: t('publishArchive'),
    month: shownMonth,
    linkCount: (count) => plural('linkCount', count),
  };
}

/** What a publication is called, until a person calls it something else. */
export function scopeTitle(scope: Scope): string {
  switch (scope.kind) {
    case 'period':
      return shownPeriod(scope.period);
    case 'tags':
      return scope.tags.join(', ');
    case 'search':
      return scope.text;
    case 'all':
      return 'Daily Shaarli';
    case 'selection':
      return scopeName(scope);
  }
}
