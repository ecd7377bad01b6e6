import { useEffect, useState } from 'preact/hooks';
import { type MessageKey, t } from '../../platform/messages';
import { type Appearance, appearance, CHOICES, changeAppearance } from '../parts/appearance';
import type { SectionProps } from './main';
import { OnThisDay } from './on-this-day';

const TITLES = { theme: 'theme', text: 'textSize', density: 'density' } as const;
const NAMES = ['theme', 'text', 'density'] as const;

/** How the pages look: every choice shows at once, here and in all windows. */
export function AppearanceSection(say: SectionProps) {
  const { failed } = say;
  const [shown, setShown] = useState(appearance);
  useEffect(() => {
    const follow = () => setShown(appearance());
    addEventListener('storage', follow);
    return () => removeEventListener('storage', follow);
  }, []);

  function choose<Name extends keyof Appearance>(name: Name, value: Appearance[Name]): void {
    try {
      changeAppearance(name, value);
    } catch (error) {
      failed(error);
    }
    setShown(appearance());
  }

  return (
    <section id="appearance">
      <h2>{t('appearance')}</h2>
      {NAMES.map((name) => (
        <fieldset key={name} class="choices">
          <legend>{t(TITLES[name])}</legend>
          {CHOICES[name].map((value) => (
            <label key={value}>
              <input type="radio" name={name} checked={shown[name] === value} onChange={() => choose(name, value)} />
              {t(`${name}_${value}` as MessageKey)}
            </label>
          ))}
        </fieldset>
      ))}
      <p class="hint">{t('appearanceHelp')}</p>
      <OnThisDay {...say} />
    </section>
  );
}
