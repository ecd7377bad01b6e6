import browser, { type Scripting } from 'webextension-polyfill';
import { chooseAnswer, isPageAnswer, type PageFacts } from '../core/page-answer';
import type { Tab } from './tab';

/** What a page answered, or why it did not: scripts are forbidden there, or it took too long. */
export type Reading = (PageFacts & { refused?: never }) | { refused: 'forbidden' | 'late' };

const LATE: Reading = { refused: 'late' };
const RETRY_AFTER = 50;
/** Four were the most that were ever needed; a page that is closed to scripts is known as such after 600 ms. */
const TRIES = 12;

/**
 * Runs the capture script in all frames of a tab that the user has just pointed at (activeTab). Never throws.
 * @param patience milliseconds after which a silent page is `late`
 * @param hear is told what a late page says after all
 */
export async function readPage(
  tab: Tab,
  patience: number,
  hear: (reading: Reading) => void = () => {},
): Promise<Reading> {
  if (!tab.open) return { refused: 'forbidden' };
  const answer = capture(tab.id);
  const late = new Promise<Reading>((resolve) => setTimeout(resolve, patience, LATE));
  const first = await Promise.race([answer, late]);
  if (first === LATE) void answer.then(hear);
  return first;
}

async function capture(tabId: number): Promise<Reading> {
  const results = await inject({
    target: { tabId, allFrames: true },
    files: ['capture.js'],
    injectImmediately: true,
  });
  const answers = results.filter(isPageAnswer);
  return answers.length ? chooseAnswer(answers) : { refused: 'forbidden' };
}

/** The text of a link on the page, for browsers that do not tell it with the menu click; empty when not to be had. */
export async function readLinkText(tab: Tab, frameId: number, url: string): Promise<string> {
  const [text] = await inject({
    target: { tabId: tab.id, frameIds: [frameId] },
    args: [url],
    func: (address: string) => {
      const links = [...document.querySelectorAll<HTMLAnchorElement>('a[href]')];
      return (
        links
          .filter((link) => link.href === address)
          .map((link) => link.innerText.trim())
          .find(Boolean) ?? ''
      );
    },
  });
  return typeof text === 'string' ? text : '';
}

/**
 * What a script answers in each frame; nothing where scripts may not run. Right after a command or a menu click the browser sometimes
 * refuses though the grant is there, so it is tried again: the only errors there are mean "not here" or "not yet".
 */
async function inject(injection: Scripting.ScriptInjection): Promise<unknown[]> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return (await browser.scripting.executeScript(injection)).map((one) => one.result);
    } catch {
      if (attempt === TRIES) return [];
      await new Promise((resolve) => setTimeout(resolve, RETRY_AFTER));
    }
  }
}
