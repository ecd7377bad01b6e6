import { onBackgroundEvents } from '../platform/background-events';
import { clearBadge } from '../platform/badge';
import { clockNow } from '../platform/clock';
import { onHandedOver } from '../platform/handing-over';
import { dailyAddress, openTab, saveTabsAddress } from '../platform/pages';
import { forgetWithPrivateWindows } from '../platform/session-drafts';
import { tabOf } from '../platform/tab';
import { dropOldBin } from '../storage/bin';
import { dropOldDrafts } from '../storage/drafts';
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
  daily: () => void Promise.all([dropOldBin(clockNow()), dropOldDrafts(clockNow()), indexByTheWay()]),
  send: workQueue,
});
