import { useState } from 'preact/hooks';
import { clockNow } from '../../platform/clock';
import { t } from '../../platform/messages';
import { journal } from '../../storage/database';
import { noAutoSend, readServer, type AutoSend as Setting, writeServer } from '../../storage/server';
import { tagUses } from '../../storage/tag-uses';
import { TagField } from '../parts/tag-field';
import { useLive } from '../parts/use-live';
import type { SectionProps } from './main';
import { useChosen } from './use-chosen';

const CHOICES = [
  ['none', 'autoSendNone'],
  ['all', 'autoSendAll'],
  ['public', 'autoSendPublic'],
  ['tag', 'autoSendTag'],
] as const;

/** Which links go to the server by themselves. */
export function AutoSend(say: SectionProps) {
  const uses = useLive(async () => [...(await tagUses(journal)).values()], [], say.failed) ?? [];
  const stored = useLive(async () => (await readServer('autoSend')) ?? noAutoSend, [], say.failed);
  const [shown, keep] = useChosen<Setting>(stored, (value) => writeServer('autoSend', value), say);
  const [typing, setTyping] = useState('');
  if (!shown) return null;
  const { what, tag } = shown;
  const now = Math.floor(clockNow().ms / 1000);

  return (
    <div class="auto-send">
      <label for="auto-send">{t('autoSend')}</label>
      <select
        id="auto-send"
        value={what}
        onChange={(event) => void keep({ tag, what: event.currentTarget.value as Setting['what'], since: now })}
      >
        {CHOICES.map(([choice, label]) => (
          <option key={choice} value={choice}>
            {t(label)}
          </option>
        ))}
      </select>
      {what === 'tag' && (
        <div class="form">
          <TagField
            id="auto-send-tag"
            tags={tag ? [tag] : []}
            text={typing}
            uses={uses}
            page=""
            now={now}
            onChange={(tags, text) => {
              setTyping(text);
              // One tag only: the next one takes its place.
              const next = tags.at(-1) ?? '';
              if (next !== tag) void keep({ what, tag: next, since: now });
            }}
            failed={say.failed}
          />
        </div>
      )}
      <p class="hint">{t('autoSendHelp')}</p>
    </div>
  );
}
