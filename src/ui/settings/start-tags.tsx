import { useEffect, useRef, useState } from 'preact/hooks';
import type { StartTags as Setting } from '../../core/start-tags';
import { sameTags } from '../../core/tag-changes';
import { clockNow } from '../../platform/clock';
import { t } from '../../platform/messages';
import { tagUses } from '../../storage/counts';
import { journal } from '../../storage/database';
import { changeSetting, setting } from '../../storage/settings';
import { TagField } from '../parts/tag-field';
import { useLive } from '../parts/use-live';
import type { SectionProps } from './main';

const CHOICES = [
  ['none', 'startTagsNone'],
  ['these', 'startTagsThese'],
  ['last', 'startTagsLast'],
] as const;

/** The tags that new links start with. */
export function StartTags({ tell, failed }: SectionProps) {
  const uses = useLive(async () => [...(await tagUses(journal)).values()], [], failed) ?? [];
  const stored = useLive(() => setting(journal, 'startTags'), [], failed);
  /** What was chosen here, until it is stored: the next key may come before that. */
  const [chosen, setChosen] = useState<Setting>();
  const writing = useRef(0);
  const [typing, setTyping] = useState('');
  useEffect(() => {
    if (!writing.current) setChosen(undefined);
  }, [stored]);
  const shown = chosen ?? stored;
  if (!shown) return null;
  const { from, tags } = shown;

  async function keep(value: Setting): Promise<void> {
    setChosen(value);
    writing.current += 1;
    try {
      await changeSetting(journal, 'startTags', value);
      tell(t('settingSaved'));
    } catch (error) {
      setChosen(undefined);
      failed(error);
    }
    writing.current -= 1;
  }

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
            failed={failed}
          />
        </div>
      )}
      <p class="hint">{t('startTagsHelp')}</p>
    </section>
  );
}
