import type { Listing } from '../../core/import-listing';
import type { ImportOptions } from '../../core/import-options';
import { language, plural, t } from '../../platform/messages';

interface ChoicesProps {
  listing: Listing;
  options: ImportOptions;
  onChoose(options: ImportOptions): void;
}

/** Folders that are named. */
const NAMED = 8;

/** What is to be decided about a file: only what it gives occasion to. */
export function ImportChoices({ listing, options, onChoose }: ChoicesProps) {
  const { folders, unsaid, settings } = listing;
  return (
    <fieldset class="choices">
      <legend>{t('importChoices')}</legend>
      {folders.length > 0 && (
        <Box
          label={t('importFolderTags')}
          hint={foldersText(folders)}
          checked={options.folderTags}
          onCheck={(folderTags) => onChoose({ ...options, folderTags })}
        />
      )}
      {unsaid > 0 && (
        <Box
          label={t('importPrivateUnsaid')}
          hint={plural('importUnsaid', unsaid)}
          checked={options.privateUnsaid}
          onCheck={(privateUnsaid) => onChoose({ ...options, privateUnsaid })}
        />
      )}
      <Box
        label={t('importUnite')}
        hint={t('importUniteHelp')}
        checked={!options.keepKnown}
        onCheck={(unite) => onChoose({ ...options, keepKnown: !unite })}
      />
      {settings > 0 && (
        <Box
          label={t('importTakeSettings')}
          hint={plural('importSettings', settings)}
          checked={options.settings}
          onCheck={(takes) => onChoose({ ...options, settings: takes })}
        />
      )}
    </fieldset>
  );
}

interface BoxProps {
  label: string;
  hint: string;
  checked: boolean;
  onCheck(checked: boolean): void;
}

function Box({ label, hint, checked, onCheck }: BoxProps) {
  return (
    <label>
      <input type="checkbox" checked={checked} onChange={(event) => onCheck(event.currentTarget.checked)} />
      <span>
        {label}
        <span class="hint">{hint}</span>
      </span>
    </label>
  );
}

/** `Cooking (12), Verse (3), …` */
function foldersText(folders: Listing['folders']): string {
  const named = folders
    .slice(0, NAMED)
    .map(([name, links]) => `${name.slice(0, 60)} (${links.toLocaleString(language())})`);
  return named.join(', ') + (folders.length > NAMED ? ', …' : '');
}
