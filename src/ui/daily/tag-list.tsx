import { useMemo } from 'preact/hooks';
import type { Link } from '../../core/link';
import type { PeriodKind } from '../../core/period';
import { ALL_TAGS_HASH, tagHash } from '../../core/route';
import { countTags } from '../../core/tag-counts';
import { type MessageKey, t } from '../../platform/messages';
import { TagRows } from './tag-rows';

const TITLES: Record<PeriodKind, MessageKey> = {
  day: 'tagsThisDay',
  week: 'tagsThisWeek',
  month: 'tagsThisMonth',
};

/** The tags of the links that a page shows, the most used first, and the way to all there are. */
export function TagList({ links, of }: { links: Link[]; of: PeriodKind }) {
  const rows = useMemo(() => countTags(links), [links]);
  if (!rows.length) return null;
  return (
    <nav class="period-tags" aria-label={t(TITLES[of])}>
      <TagRows title={t(TITLES[of])} rows={rows} href={tagHash} />
      <p>
        <a href={ALL_TAGS_HASH}>{t('allTags')}</a>
      </p>
    </nav>
  );
}
