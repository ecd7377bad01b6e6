import { plural, t } from '../../platform/messages';
import type { FetchExample, FetchPreview } from '../../storage/fetch-preview';
import { fieldsText } from './fetch-text';

interface PreviewProps {
  preview: FetchPreview;
  onTake(): void;
  onLeave(): void;
}

/** What a fetch would change, before it does. */
export function Preview({ preview, onTake, onLeave }: PreviewProps) {
  const { counts, added, changed, left, doubles } = preview;
  return (
    <div class="fetch-preview">
      <h3 class="lead" tabIndex={-1}>
        {t('fetchPreview')}
      </h3>
      <p class="hint">{t('fetchNothingYet')}</p>
      <Kind summary={plural('fetchAdded', counts.added)} count={counts.added} examples={added} open />
      <Kind summary={plural('fetchChanged', counts.changed)} count={counts.changed} examples={changed} open />
      <Kind summary={plural('fetchLeft', counts.left)} count={counts.left} examples={left} />
      <Kind
        summary={plural('fetchDoubles', counts.doubles)}
        count={counts.doubles}
        examples={doubles}
        help={t('fetchDoublesHelp')}
      />
      {counts.same > 0 && <p>{plural('fetchSame', counts.same)}</p>}
      <p class="acts">
        <button type="button" class="primary" onClick={onTake}>
          {t('fetchTake')}
        </button>
        <button type="button" class="quiet" onClick={onLeave}>
          {t('fetchLeave')}
        </button>
      </p>
    </div>
  );
}

interface KindProps {
  summary: string;
  count: number;
  /** The first of them. */
  examples: FetchExample[];
  help?: string;
  open?: boolean;
}

function Kind({ summary, count, examples, help, open = false }: KindProps) {
  if (!count) return null;
  return (
    <details open={open}>
      <summary>{summary}</summary>
      {help && <p class="hint">{help}</p>}
      <ul>
        {examples.map(({ title, url, fields }, place) => (
          <li key={place}>
            <span dir="auto">{title}</span>
            <span class="url" dir="ltr">
              {url}
            </span>
            {fields.length > 0 && <span class="fields">{fieldsText(fields)}</span>}
          </li>
        ))}
      </ul>
      {count > examples.length && <p class="hint">{plural('fetchMore', count - examples.length)}</p>}
    </details>
  );
}
