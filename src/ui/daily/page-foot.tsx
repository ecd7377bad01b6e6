import { useState } from 'preact/hooks';
import { BIN_HASH } from '../../core/route';
import { t } from '../../platform/messages';
import { journal } from '../../storage/database';
import { setting } from '../../storage/settings';
import { useLive } from '../parts/use-live';
import { KeysDialog } from './keys-dialog';
import { type KeyActions, useKeys } from './use-keys';

/** What is seldom needed, below the page: the bin, and the keys. Here they are listened to, too. */
export function PageFoot(props: { keys: Omit<KeyActions, 'list'>; failed(error: unknown): void }) {
  const { keys, failed } = props;
  const characters = useLive(() => setting(journal, 'keys'), [], failed) ?? false;
  const [listed, setListed] = useState(false);
  const list = () => setListed(true);
  useKeys({ ...keys, list }, characters);
  return (
    <>
      <footer class="page-foot">
        <a href={BIN_HASH}>{t('bin')}</a>
        <button type="button" class="plain" aria-haspopup="dialog" aria-keyshortcuts="?" onClick={list}>
          {t('keysTitle')}
        </button>
      </footer>
      {listed && <KeysDialog characters={characters} onClose={() => setListed(false)} failed={failed} />}
    </>
  );
}
