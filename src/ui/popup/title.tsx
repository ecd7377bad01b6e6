import { shownValues } from '../../core/form';
import { t } from '../../platform/messages';
import type { PopupProps } from './popup';

/** The link's title. One typed here wins over the stored one; which one that was stays in sight. */
export function Title({ form, around, onType }: Pick<PopupProps, 'form' | 'around' | 'onType'>) {
  const { title } = shownValues(form);
  const stored = form.known.link?.title;
  return (
    <>
      <input
        id="title"
        class="title"
        type="text"
        dir="auto"
        aria-label={t('title')}
        readOnly={around.saving}
        value={title}
        onInput={(event) => onType('title', event.currentTarget.value)}
      />
      {stored && stored !== title && <p class="hint">{t('titleSoFar', stored)}</p>}
    </>
  );
}
