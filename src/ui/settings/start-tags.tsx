import { useState } from 'preact/hooks';
import type { StartTags as Setting } from '../../core/start-tags';
import { sameTags } from '../../core/tag-changes';
import { clockNow } from '../../platform/clock';
import { t } from '../../platform/messages';
import { journal } from '../../storage/database';
import { changeSetting, setting } from '../../storage/settings';
import { tagUses } from '../../storage/tag-uses';
import { TagField } from '../parts/tag-field';
import { useLive } from '../parts/use-live';
import type { SectionProps } from './main';
import { useChosen } from './use-chosen';

const CHOICES = [
  ['none', 'startTagsNone'],
  ['these', 'startTagsThese'],
  ['last', 'startTagsLast'],
] as const;

/** The tags that new links start with. */
export function StartTags(say: SectionProps) {
  const uses = useLive(async () => [...(await tagUses(journal)).values()], [], say.failed) ?? [];
  const stored = useLive(() => setting(journal, 'startTags'), [], say.failed);
  const [shown, keep] = useChosen<Setting>(stored, (value) => changeSetting(journal, 'startTags', value), say);
  const [typing, setTyping] = useState('');
  if (!shown) return null;
  const { from, tags } = shown;

  return (
    <section>
      <label for="start-tags-from">{t('startTags')}</label>
      <select
        id="start-tags-from"
        value={from}
        onChange={(event) => void keep({ tags, from: event.currentTarget.value as Setting['from'] })}
      >
        {CHOICES.map(([choice, label]) => (
          <option key={choice} value={choice}>
            {t(label)}
          </option>
        ))}
      </select>
      {from === 'these' && (
        <div class="form">
          <TagField
            id="start-tags"
            tags={tags}
            text={typing}
            uses={uses}
            page=""
            now={Math.floor(clockNow().ms / 1000)}
            onChange={(next, text) => {
              setTyping(text);
              if (!sameTags(next, tags)) void keep({ from, tags: next });
            }}
            failed={say.failed}
          />
        </div>
      )}
      <p class="hint">{t('startTagsHelp')}</p>
    </section>
  );
}
