import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { language, t } from '../../platform/messages';
import { currentShortcuts } from '../../platform/shortcut';
import { journal } from '../../storage/database';
import { changeSetting, setting } from '../../storage/settings';
import { problemText } from '../parts/problem-text';
import { useLive } from '../parts/use-live';

const NAMES = [
  ['_execute_action', 'actionTitle'],
  ['save-now', 'commandSaveNow'],
  ['open-daily', 'commandOpenDaily'],
] as const;

function Settings() {
  const [told, setTold] = useState('');
  const failed = (error: unknown) => setTold(problemText(error));
  const dayStart = useLive(() => setting(journal, 'dayStart'), [], failed);
  const keys = useLive(currentShortcuts, [], failed);

  // A live query says nothing of a database that cannot be opened.
  useEffect(() => void journal.open().catch(failed), []);

  async function setDayStart(minutes: number): Promise<void> {
    await changeSetting(journal, 'dayStart', minutes);
    setTold(t('settingSaved'));
  }

  return (
    <main>
      <h1>{t('settings')}</h1>
      <section>
        <label for="day-start">{t('dayStart')}</label>
        <select
          id="day-start"
          value={dayStart ?? 0}
          onChange={(event) => void setDayStart(Number(event.currentTarget.value)).catch(failed)}
        >
          {[0, 1, 2, 3, 4, 5, 6].map((hour) => (
            <option key={hour} value={hour * 60}>{`0${hour}:00`}</option>
          ))}
        </select>
        <p class="hint">{t('dayStartHelp')}</p>
      </section>
      <section>
        <h2>{t('shortcuts')}</h2>
        <dl>
          {NAMES.map(([command, label]) => (
            <div key={command}>
              <dt>{t(label)}</dt>
              <dd>{keys?.[command] || t('noShortcut')}</dd>
            </div>
          ))}
        </dl>
        <p class="hint">{t('shortcutsHelp')}</p>
      </section>
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
