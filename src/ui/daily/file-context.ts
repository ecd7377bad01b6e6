import type { FormatContext } from '../../formats/format';
import { clockNow, offsetAt } from '../../platform/clock';
import { journal } from '../../storage/database';
import { setting } from '../../storage/settings';

/** What readers and writers of files cannot know by themselves, as it is now. */
export async function fileContext(): Promise<FormatContext> {
  return { now: Math.floor(clockNow().ms / 1000), offsetAt, dayStart: await setting(journal, 'dayStart') };
}
