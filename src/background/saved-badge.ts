import { markActiveTabs, switchMarksOff, tabWatch } from '../platform/saved-mark';
import { mayReadTabs, onTabsPermission } from '../platform/tabs-permission';
import { journal } from '../storage/database';
import { setting } from '../storage/settings';

/**
 * Marks saved pages on the toolbar button, where the person has allowed the extension to know which page a tab shows. Call it at once
 * when the background starts: a browser hands an event only to those that listen by then. Without the permission nothing is listened
 * to any longer, or every tab would wake everybody's idle background.
 */
export function markSavedPages(): void {
  tabWatch.start();
  onTabsPermission({
    given: tabWatch.start,
    taken() {
      tabWatch.stop();
      void permissionTaken();
    },
  });
  void mayReadTabs().then((may) => (may ? markActiveTabs() : tabWatch.stop()));
}

/** Taken away in the browser's own settings: ours say the same from now on. */
async function permissionTaken(): Promise<void> {
  if (await setting(journal, 'badge')) await switchMarksOff();
}
