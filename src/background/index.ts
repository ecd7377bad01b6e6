import { onBackgroundEvents } from '../platform/background-events';
import { clearBadge } from '../platform/badge';
import { clockNow } from '../platform/clock';
import { onHandedOver } from '../platform/handing-over';
import { dailyAddress, openTab, saveTabsAddress } from '../platform/pages';
import { forgetWithPrivateWindows } from '../platform/session-drafts';
import { tabOf } from '../platform/tab';
import { dropOldBin } from '../storage/bin';
import { dropOldDrafts } from '../storage/drafts';
import { dropOldImport } from '../storage/import-state';
import { saveLink } from '../storage/links';
import { searchFromAddressBar } from './address-bar';
import { indexByTheWay } from './indexing';
import { saveFromMenu, savePage } from './save-now';
import { markSavedPages } from './saved-badge';
import { startSending, workQueue } from './sending';

void clearBadge();
markSavedPages();

onHandedOver((save, passage, clock) => saveLink(save, passage, clock));

forgetWithPrivateWindows();

startSending();

searchFromAddressBar();

onBackgroundEvents({
  saveNow: (tab) => void savePage(tabOf(tab)),
  menu: (click) => void saveFromMenu(click),
  saveTabs: (windowId) => void saveTabsAddress(windowId).then(openTab),
  openDaily: () => void openTab(dailyAddress()),
  daily: () => {
    const now = clockNow();
    void Promise.all([dropOldBin(now), dropOldDrafts(now), dropOldImport(now), indexByTheWay()]);
  },
  send: workQueue,
});
