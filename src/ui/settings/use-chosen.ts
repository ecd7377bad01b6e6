import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../platform/messages';
import type { SectionProps } from './main';

/**
 * A setting as it is shown, and what changes it. What was chosen here counts until it is stored: the next key may come before that.
 * @param stored undefined until it is known
 */
export function useChosen<T>(
  stored: T | undefined,
  store: (value: T) => Promise<void>,
  { tell, failed }: SectionProps,
): [T | undefined, (value: T) => Promise<void>] {
  const [chosen, setChosen] = useState<{ value: T }>();
  const writing = useRef(0);
  useEffect(() => {
    if (!writing.current) setChosen(undefined);
  }, [stored]);

  async function keep(value: T): Promise<void> {
    setChosen({ value });
    writing.current += 1;
    try {
      await store(value);
      tell(t('settingSaved'));
    } catch (error) {
      setChosen(undefined);
      failed(error);
    }
    writing.current -= 1;
  }

  return [chosen ? chosen.value : stored, keep];
}
