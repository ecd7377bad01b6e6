import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { Scope } from '../../core/scope';
import { readFormats } from '../../formats/index';
import { t } from '../../platform/messages';
import { placeUnderButton } from '../parts/place-under';
import { scopeName } from '../parts/scope-name';

export interface ToolbarProps {
  search: ComponentChildren;
  /** The links that the page shows, which can be exported by themselves. */
  shown: Scope | undefined;
  /** What can be sent to the server; undefined where there is none. */
  sending: { label: string; act(): void }[] | undefined;
  /** Those of them that are selected now. */
  selected(): Scope | undefined;
  /** Selecting links; undefined where the page shows none. */
  selecting: { on: boolean; toggle(): void } | undefined;
  onAdd(): void;
  /** @param scopes what can be exported, what was asked for first */
  onExport(scopes: Scope[]): void;
  onPublish(): void;
  onImport(file: File): void;
  onSettings(): void;
}

export function Toolbar(props: ToolbarProps) {
  const { search, shown, sending, selected, selecting, onAdd, onExport, onPublish, onImport, onSettings } = props;
  const menu = useRef<HTMLDivElement>(null);
  const file = useRef<HTMLInputElement>(null);
  const [chosen, setChosen] = useState<Scope>();
  const scopes: Scope[] = [chosen, shown, { kind: 'all' } as const].filter((one) => one !== undefined);
  const files = scopes.map((scope) => ({
    label: scopeName(scope),
    act: () => onExport([scope, ...scopes.filter((other) => other !== scope)]),
  }));
  const close = () => menu.current?.hidePopover();
  return (
    <header class="top">
      <a class="brand" href="#/">
        Daily Shaarli
      </a>
      {search}
      <div class="tools">
        <button type="button" class="add" onClick={onAdd}>
          {t('addLink')}
        </button>
        {selecting && (
          <button type="button" class="select" aria-pressed={selecting.on} onClick={selecting.toggle}>
            {t('select')}
          </button>
        )}
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
      <div
        id="export-menu"
        popover="auto"
        ref={menu}
        onBeforeToggle={(event) => {
          setChosen(selected());
          placeUnderButton(event);
        }}
      >
        <Choices title={t('toFile')} choices={files} close={close} />
        {sending && <Choices title={t('toServer')} choices={sending} close={close} />}
        <button type="button" class="publish" onClick={() => [close(), onPublish()]}>
          {t('publish')}
        </button>
      </div>
      <input
        ref={file}
        id="import-file"
        type="file"
        hidden
        aria-label={t('import')}
        accept={[...new Set(readFormats.flatMap((format) => [`.${format.extension}`, format.mime]))].join(',')}
        onChange={(event) => {
          const chosen = event.currentTarget.files?.[0];
          event.currentTarget.value = '';
          if (chosen) onImport(chosen);
        }}
      />
    </header>
  );
}

interface ChoicesProps {
  title: string;
  choices: { label: string; act(): void }[];
  close(): void;
}

function Choices({ title, choices, close }: ChoicesProps) {
  return (
    <fieldset>
      <legend>{title}</legend>
      {choices.map(({ label, act }) => (
        <button
          key={label}
          type="button"
          onClick={() => {
            close();
            act();
          }}
        >
          {label}
        </button>
      ))}
    </fieldset>
  );
}
