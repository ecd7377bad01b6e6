import { t } from '../../platform/messages';

/** A draft was put back into the form, or taken out of it. */
export type DraftState = 'restored' | 'discarded';

/** Says what became of a draft, with the one step back from it. */
export function DraftNotice({ state, onDiscard, onUndo }: { state: DraftState; onDiscard(): void; onUndo(): void }) {
  const restored = state === 'restored';
  return (
    <p class="notice" id="draft" role="status">
      {restored ? t('draftRestored') : t('draftDiscarded')} ·{' '}
      <button type="button" class="plain" key={state} onClick={restored ? onDiscard : onUndo}>
        {restored ? t('discard') : t('undo')}
      </button>
    </p>
  );
}
