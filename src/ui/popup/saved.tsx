import { t } from '../../platform/messages';

/** The popup's answer after saving. The link takes the focus, so that it can be followed before the popup closes. */
export function SavedAnswer({ known, address }: { known: boolean; address: string }) {
  return (
    <section class="saved" id="saved" role="status">
      <h1 id="answer">{known ? t('changesSaved') : t('savedToday')}</h1>
      <a href={address} target="_blank" rel="noopener" aria-describedby="answer">
        {t('showDay')}
      </a>
    </section>
  );
}
