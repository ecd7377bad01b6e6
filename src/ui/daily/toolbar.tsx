import { useRef } from 'preact/hooks';
import type { Day } from '../../core/link';
import type { Format } from '../../formats/format';
import { formats } from '../../formats/index';
import { type MessageKey, t } from '../../platform/messages';

export interface ToolbarProps {
  /** The day shown, which can be exported by itself. */
  day: Day | undefined;
  onAdd(): void;
  onExport(format: Format['id'], day?: Day): void;
  onImport(file: File): void;
  onSettings(): void;
}

export function Toolbar({ day, onAdd, onExport, onImport, onSettings }: ToolbarProps) {
  const menu = useRef<HTMLDivElement>(null);
  const file = useRef<HTMLInputElement>(null);
  const exporting = (format: Format['id'], only?: Day) => {
    menu.current?.hidePopover();
    onExport(format, only);
  };
  return (
    <header class="top">
      <a class="brand" href="#/">
        Daily Shaarli
      </a>
      <div class="tools">
        <button type="button" class="add" onClick={onAdd}>
          {t('addLink')}
        </button>
        <button type="button" popovertarget="export-menu">
          {t('export')}
        </button>
        <button type="button" onClick={() => file.current?.click()}>
          {t('import')}
        </button>
        <button type="button" onClick={onSettings}>
          {t('settings')}
        </button>
      </div>
      <div id="export-menu" popover="auto" ref={menu}>
        {day && <ExportChoices title={t('exportDay')} pick={(format) => exporting(format, day)} />}
        <ExportChoices title={t('exportAll')} pick={(format) => exporting(format)} />
      </div>
      <input
        ref={file}
        id="import-file"
        type="file"
        hidden
        aria-label={t('import')}
        accept={formats.map((format) => `.${format.extension},${format.mime}`).join(',')}
        onChange={(event) => {
          const chosen = event.currentTarget.files?.[0];
          event.currentTarget.value = '';
          if (chosen) onImport(chosen);
        }}
      />
    </header>
  );
}

function ExportChoices({ title, pick }: { title: string; pick(format: Format['id']): void }) {
  return (
    <fieldset>
      <legend>{title}</legend>
      {formats.map((format) => (
        <button key={format.id} type="button" onClick={() => pick(format.id)}>
          {t(format.label as MessageKey)}
        </button>
      ))}
    </fieldset>
  );
}
