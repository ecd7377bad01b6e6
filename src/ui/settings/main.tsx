import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { language, t } from '../../platform/messages';
import { journal } from '../../storage/database';
import { problemText } from '../parts/problem-text';
import { DayStart } from './day-start';
import { Shortcuts } from './shortcuts';

/** What every section of the page can say. */
export interface SectionProps {
  tell(text: string): void;
  failed(error: unknown): void;
}

/** The settings, one section a file. */
function Settings() {
  const [told, setTold] = useState('');
  const failed = (error: unknown) => setTold(problemText(error));
  const say: SectionProps = { tell: setTold, failed };

  // A live query says nothing of a database that cannot be opened.
  useEffect(() => void journal.open().catch(failed), []);

  return (
    <main>
      <h1>{t('settings')}</h1>
      <DayStart {...say} />
      <Shortcuts {...say} />
      <section>
        <h2>{t('whereItLives')}</h2>
        <p class="hint">{t('whereItLivesHelp')}</p>
      </section>
      <p role="status">{told}</p>
      <p>
        <a href="daily.html">{t('openDaily')}</a>
      </p>
    </main>
  );
}

document.documentElement.lang = language();
document.title = t('settingsTitle');
render(<Settings />, document.body);
