import { escapeLines } from '../core/escape';
import { emptyForm, learn, saveOf } from '../core/form';
import { type Entry, noPassage } from '../core/link';
import { noFacts, type PageFacts } from '../core/page-answer';
import { realAddress } from '../core/real-address';
import { withoutTracking } from '../core/tracking';
import type { MenuClick } from '../platform/background-events';
import { answerOnBadge } from '../platform/badge';
import { clockNow } from '../platform/clock';
import { readLinkText, readPage } from '../platform/page';
import { lookAtTab } from '../platform/saved-mark';
import { type Tab, tabOf } from '../platform/tab';
import { saveLink } from '../storage/links';
import { startTags } from '../storage/start-tags';

/** Nobody waits for an answer here, and a passage that comes late is better than none (ms). */
const PATIENCE = 10_000;

/** Tab → capture → link → storage, without a popup: the badge answers. `selected` is the selection in the browser's own words. */
export async function savePage(tab: Tab, selected = ''): Promise<void> {
  await answering(tab, async () => {
    const reading = await readPage(tab, PATIENCE);
    const page = withSelected(reading.refused ? noFacts : reading, selected);
    const { save, passage } = saveOf(learn(emptyForm, { tab, page, startTags: await startTags() }));
    await saveLink(save, passage, clockNow());
  });
}

/** The browser flattens lines, but it knows of selections that the page cannot tell, as in frames of other sites. */
function withSelected(page: PageFacts, selected: string): PageFacts {
  const isTold = page.quote !== '' && !page.outOfReach;
  return isTold || selected === '' ? page : { ...page, quote: escapeLines(selected), anchor: '' };
}

/**
 * Saves what a menu was opened on: the page, to which a selection is added as one more quote; or a link's target with the link's
 * text as title.
 */
export async function saveFromMenu(click: MenuClick): Promise<void> {
  const tab = tabOf(click.tab);
  if (click.menu !== 'save-link') return savePage(tab, click.selectionText);
  await answering(tab, async () => {
    const url = withoutTracking(realAddress(click.linkUrl)).address;
    const title = click.linkText || (await readLinkText(tab, click.frameId, click.linkUrl)) || url;
    const tags = await startTags();
    const form: Entry = { url, title, site: '', quotes: [], note: '', tags, private: false };
    await saveLink({ base: form, form }, noPassage, clockNow());
  });
}

/** Does it, and says on the badge whether it went well; then the tab gets its mark, whatever page it shows by now. */
async function answering(tab: Tab, work: () => Promise<void>): Promise<void> {
  try {
    await work();
    await answerOnBadge(true, tab.id);
  } catch (error) {
    await answerOnBadge(false, tab.id);
    throw error;
  } finally {
    await lookAtTab(tab.id);
  }
}
