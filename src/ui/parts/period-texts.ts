import type { PeriodKind } from '../../core/period';
import type { MessageKey } from '../../platform/messages';

/** What is said of a day, a week and a month: keys of messages. */
type PeriodTexts = Record<'name' | 'previous' | 'next' | 'this' | 'last' | 'toNow' | 'empty', MessageKey>;

export const PERIOD_TEXTS: Record<PeriodKind, PeriodTexts> = {
  day: {
    name: 'day',
    previous: 'previousDay',
    next: 'nextDay',
    this: 'today',
    last: 'yesterday',
    toNow: 'toToday',
    empty: 'emptyDay',
  },
  week: {
    name: 'week',
    previous: 'previousWeek',
    next: 'nextWeek',
    this: 'thisWeek',
    last: 'lastWeek',
    toNow: 'toThisWeek',
    empty: 'emptyWeek',
  },
  month: {
    name: 'month',
    previous: 'previousMonth',
    next: 'nextMonth',
    this: 'thisMonth',
    last: 'lastMonth',
    toNow: 'toThisMonth',
    empty: 'emptyMonth',
  },
};
