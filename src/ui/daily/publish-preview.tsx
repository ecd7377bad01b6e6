import { useEffect, useState } from 'preact/hooks';
import { t } from '../../platform/messages';
import type { Form } from '../../publish/publication';
import { text } from '../../publish/text';
import { beginning, type Job } from './publish-job';
import { ifNotStopped } from './use-publish';

interface PreviewProps {
  form: Form;
  job: Job;
  /** There is nothing to show. */
  empty: boolean;
  failed(error: unknown): void;
}

/** How it begins; a web page as plain text. */
export function Preview({ form, job, empty, failed }: PreviewProps) {
  const { plan, choice, title } = job;
  const [shown, setShown] = useState('');
  useEffect(() => {
    const stop = new AbortController();
    beginning(form.id === 'markdown' ? form : text, job, stop.signal).then(
      (start) => !stop.signal.aborted && setShown(start),
      ifNotStopped(stop.signal, failed),
    );
    return () => stop.abort();
  }, [form, plan, choice, title]);
  if (empty) return null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so a keyboard has to reach it
    <section class="preview" aria-label={t('publishPreview')} tabIndex={0}>
      <pre dir="auto">{shown}</pre>
    </section>
  );
}
