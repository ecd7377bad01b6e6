import { plural, t } from '../../platform/messages';
import type { ImportCounts } from '../../storage/import-state';
import type { ImportUndone } from '../../storage/import-undo';

/** What an import did, in sentences. */
export function takenText({ added, changed, same, kept, skipped, ...extras }: ImportCounts): string {
  const also = extraTexts(extras).join(', ');
  const texts = [
    (added > 0 || (changed + same + kept + skipped === 0 && !also)) && plural('importAdded', added),
    changed > 0 && plural('importChanged', changed),
    same > 0 && plural('importSame', same),
    kept > 0 && plural('importKept', kept),
    skipped > 0 && plural('importSkipped', skipped),
    also && t('importAlso', also),
  ];
  return texts.filter(Boolean).join(' ');
}

/** What a backup holds beside its links, each kind by itself. */
export function extraTexts({
  dayNotes,
  binned,
  settings,
}: Pick<ImportCounts, 'dayNotes' | 'binned' | 'settings'>): string[] {
  const texts = [
    dayNotes > 0 && plural('importNotes', dayNotes),
    binned > 0 && plural('importBinned', binned),
    settings > 0 && plural('importSettings', settings),
  ];
  return texts.filter((text) => text !== false);
}

/** What came of the undo of an import, in sentences. */
export function undoneText({ removed, back, kept }: ImportUndone): string {
  const texts = [
    removed > 0 && plural('fetchRemoved', removed),
    back > 0 && plural('fetchBack', back),
    kept > 0 && plural('fetchKept', kept),
    removed + back + kept === 0 && t('importNothingUndone'),
  ];
  return texts.filter(Boolean).join(' ');
}
