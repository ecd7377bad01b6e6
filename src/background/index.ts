import { onBackgroundEvents } from '../platform/background-events';
import { clearBadge } from '../platform/badge';
import { clockNow } from '../platform/clock';
import { onHandedOver } from '../platform/handing-over';
import { dailyAddress, openTab } from '../platform/pages';
import { forgetWithPrivateWindows } from '../platform/session-drafts';
import { tabOf } from '../platform/tab';
import { dropOldDrafts } from '../storage/drafts';
import { emptyBin, saveLink } from '../storage/links';
import { saveFromMenu, savePage } from './save-now';

void clearBadge();

onHandedOver((save, passage, clock) => saveLink(save, passage, clock));

forgetWithPrivateWindows();

onBackgroundEvents({
  saveNow: (tab) => void savePage(tabOf(tab)),
  menu: (click) => void saveFromMenu(click),
  openDaily: () => void openTab(dailyAddress()),
  daily: () => void Promise.all([emptyBin(clockNow()), dropOldDrafts(clockNow())]),
});
