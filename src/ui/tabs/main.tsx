import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { type TabEntry, tabEntries } from '../../core/open-tabs';
import { language, t } from '../../platform/messages';
import { inPrivateWindow } from '../../platform/pages';
import { type Tab, tabsOfWindow } from '../../platform/tab';
import { askForTabs, giveTabsBack, mayReadTabs } from '../../platform/tabs-permission';
import { wakeWhenTouched } from '../../platform/wake';
import { journal } from '../../storage/database';
import { setting } from '../../storage/settings';
import { problemText } from '../parts/problem-text';
import { Ask } from './ask';
import { Choose } from './choose';
import { type Done, Report } from './report';

/*
 * Saves several tabs: permission → list → choice → storage → report. Which window, and which of its tabs were highlighted, stands in
 * the address, since both are known only before this page is opened; opened without them, it is this window's.
 */

const asked = new URLSearchParams(location.search);
const highlighted = (asked.get('tabs') ?? '').split(',').filter(Boolean).map(Number);

type Stage =
  | { name: 'begin' }
  | { name: 'ask'; refused: boolean }
  | { name: 'choose'; tabs: Tab[]; entries: TabEntry[] }
  | { name: 'done'; done: Done };

function SaveTabs() {
  const [stage, setStage] = useState<Stage>({ name: 'begin' });
  const [problem, setProblem] = useState('');
  const failed = (error: unknown) => setProblem(inPrivateWindow() ? t('tabsNoStorage') : problemText(error));

  useEffect(() => void begin().catch(failed), []);

  async function begin(): Promise<void> {
    await journal.open();
    if (await mayReadTabs()) await list();
    else setStage({ name: 'ask', refused: false });
  }

  async function ask(): Promise<void> {
    if (await askForTabs()) await list();
    else setStage({ name: 'ask', refused: true });
  }

  /** What was asked for this list alone is given back as soon as it is read. */
  async function list(): Promise<void> {
    const tabs = await tabsOfWindow(asked.get('window') ? Number(asked.get('window')) : undefined);
    if (!(await setting(journal, 'badge'))) await giveTabsBack();
    setStage({ name: 'choose', tabs, entries: tabEntries(tabs, highlighted) });
  }

  return (
    <main>
      <h1>{t('saveTabs')}</h1>
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      {stage.name === 'ask' && !problem && <Ask refused={stage.refused} onAsk={() => void ask().catch(failed)} />}
      {stage.name === 'choose' && (
        <Choose
          entries={stage.entries}
          privately={stage.tabs.some((tab) => tab.private)}
          onChange={(entries) => setStage({ ...stage, entries })}
          onDone={(done) => {
            setProblem('');
            setStage({ name: 'done', done });
          }}
          failed={failed}
        />
      )}
      {stage.name === 'done' && <Report done={stage.done} failed={failed} />}
    </main>
  );
}

document.documentElement.lang = language();
wakeWhenTouched();
document.title = t('dailyTitle', t('saveTabs'));
render(<SaveTabs />, document.body);
