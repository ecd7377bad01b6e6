import { plural, t } from '../../platform/messages';
import type { ImportCounts } from '../../storage/import-state';
import type { ImportUndone } from '../../storage/import-undo';

/** What an import did, in sentences. */
export function takenText({ added, changed, same, kept, skipped }: ImportCounts): string {
  const texts = [
    (added > 0 || changed + same + kept + skipped === 0) && plural('importAdded', added),
    changed > 0 && plural('importChanged', changed),
    same > 0 && plural('importSame', same),
    kept > 0 && plural('importKept', kept),
    skipped > 0 && plural('importSkipped', skipped),
  ];
  return texts.filter(Boolean).join(' ');
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
