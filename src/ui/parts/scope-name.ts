import type { Scope } from '../../core/scope';
import { type MessageKey, plural, t } from '../../platform/messages';

/** What the scope is on the page that shows it: `this day`, `everything`. It stands alone, or after a word such as *Send*. */
export function scopeName(scope: Scope): string {
  if (scope.kind === 'selection') return plural('selectedLinks', scope.ids.length);
  return t(`scope_${scope.kind === 'period' ? scope.period.kind : scope.kind}` as MessageKey);
}
