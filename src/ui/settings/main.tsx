import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { language, t } from '../../platform/messages';
import { wakeWhenTouched } from '../../platform/wake';
import { journal } from '../../storage/database';
import { problemText } from '../parts/problem-text';
import { type Toast, ToastView } from '../parts/toast';
import { AppearanceSection } from './appearance';
import { Badge } from './badge';
import { Contents } from './contents';
import { DayStart } from './day-start';
import { Fetching } from './fetching';
import { Sending } from './sending';
import { Server } from './server';
import { Shortcuts } from './shortcuts';
import { StartTags } from './start-tags';
import { Tags } from './tags';

/** What every section of the page can say. */
export interface SectionProps {
  tell(text: string): void;
  failed(error: unknown): void;
}

/** The settings, one section a file. */
function Settings() {
  const [toast, setToast] = useState<Toast>();
  const failed = (error: unknown) => setToast({ text: problemText(error), problem: true });
  const say: SectionProps = { tell: (text) => setToast({ text }), failed };

  // A live query says nothing of a database that cannot be opened.
  useEffect(() => void journal.open().catch(failed), []);

  return (
    <>
      <header class="top">
        <a class="brand" href="daily.html">
          Daily Shaarli
        </a>
        <a href="daily.html">{t('openDaily')}</a>
      </header>
      <div class="settings">
        <main>
          <h1>{t('settings')}</h1>
          <section id="saving">
            <h2>{t('saving')}</h2>
            <DayStart {...say} />
            <StartTags {...say} />
            <Badge {...say} />
          </section>
          <AppearanceSection {...say} />
          <Shortcuts {...say} />
          <section id="data">
            <h2>{t('whereItLives')}</h2>
            <p class="hint">{t('whereItLivesHelp')}</p>
          </section>
          <Server {...say} />
          <Sending {...say} />
          <Fetching {...say} />
          <Tags {...say} />
        </main>
        <Contents />
      </div>
      <div class="toast-area" role="status">
        <ToastView toast={toast} onDismiss={() => setToast(undefined)} />
      </div>
    </>
  );
}

document.documentElement.lang = language();
wakeWhenTouched();
document.title = t('settingsTitle');
render(<Settings />, document.body);
