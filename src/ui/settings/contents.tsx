import { type MessageKey, t } from '../../platform/messages';

/** The sections that are always there, by id. */
const SECTIONS: [id: string, title: MessageKey][] = [
  ['saving', 'saving'],
  ['appearance', 'appearance'],
  ['keys', 'shortcuts'],
  ['data', 'whereItLives'],
  ['server', 'server'],
  ['tags', 'tags'],
];

/** The ways to the sections, beside them where there is room. */
export function Contents() {
  return (
    <nav class="contents" aria-label={t('contents')}>
      <ul>
        {SECTIONS.map(([id, title]) => (
          <li key={id}>
            <a href={`#${id}`}>{t(title)}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
