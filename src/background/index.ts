import { onBackgroundEvents } from '../platform/background-events';
import { clearBadge } from '../platform/badge';
import { clockNow } from '../platform/clock';
import { onHandedOver } from '../platform/handing-over';
import { dailyAddress, openTab, saveTabsAddress } from '../platform/pages';
import { tabOf } from '../platform/tab';
import { emptyBin, saveLink } from '../storage/links';
import { saveFromMenu, savePage } from './save-now';
import { markSavedPages } from './saved-badge';

void clearBadge();
markSavedPages();

onHandedOver((save, passage, clock) => saveLink(save, passage, clock));

onBackgroundEvents({
  saveNow: (tab) => void savePage(tabOf(tab)),
  menu: (click) => void saveFromMenu(click),
  saveTabs: (windowId) => void saveTabsAddress(windowId).then(openTab),
  openDaily: () => void openTab(dailyAddress()),
  daily: () => void emptyBin(clockNow()),
});
