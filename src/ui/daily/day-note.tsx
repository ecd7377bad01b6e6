import { useEffect, useRef, useState } from 'preact/hooks';
import type { Day } from '../../core/link';
import { clockNow } from '../../platform/clock';
import { t } from '../../platform/messages';
import { writeDayNote } from '../../storage/day-notes';
import { shownDay } from '../parts/dates';
import { Markdown } from '../parts/markdown';

interface DayNoteProps {
  day: Day;
  /** As it is stored; empty where there is none. */
  text: string;
  failed(error: unknown): void;
}

/**
 * What the reader says of a day, edited in its place. Every key is stored, so that closing the form, in whatever way, loses nothing; what
 * stood there before comes back with one click, and from there the new one again.
 */
export function DayNote({ day, text, failed }: DayNoteProps) {
  /** As it was typed here, until the journal says the same. */
  const [typed, setTyped] = useState<string>();
  const [editing, setEditing] = useState(false);
  const [before, setBefore] = useState<string>();
  const shown = typed ?? text;
  const opened = useRef('');
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!editing) setTyped(undefined);
  }, [text]);

  function write(next: string): void {
    setTyped(next);
    writeDayNote(day, next, clockNow()).catch(failed);
  }
  function open(): void {
    opened.current = shown;
    setEditing(true);
  }
  function close(): void {
    setEditing(false);
    if (shown !== opened.current) setBefore(opened.current);
    requestAnimationFrame(() => button.current?.focus());
  }
  function undo(): void {
    setBefore(shown);
    write(before ?? '');
  }

  if (editing) return <NoteForm day={day} text={shown} onInput={write} onClose={close} />;
  return (
    <div class="day-note">
      {shown.trim() && (
        <div class="text" dir="auto">
          <Markdown text={shown} />
        </div>
      )}
      <p class="note-acts">
        <button type="button" ref={button} onClick={open}>
          {shown.trim() ? t('editDayNote') : t('writeDayNote')}
        </button>
        {before !== undefined && (
          <button type="button" title={t('undoDayNote')} onClick={undo}>
            {t('undo')}
          </button>
        )}
      </p>
    </div>
  );
}

function NoteForm(props: { day: Day; text: string; onInput(text: string): void; onClose(): void }) {
  const { day, text, onInput, onClose } = props;
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.setSelectionRange(text.length, text.length);
  }, []);
  return (
    <form
      class="day-note"
      onSubmit={(event) => {
        event.preventDefault();
        onClose();
      }}
      onKeyDown={(event) => {
        const ends = event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey));
        if (!ends || event.isComposing) return;
        event.preventDefault();
        onClose();
      }}
    >
      <textarea
        ref={field}
        class="text"
        rows={2}
        dir="auto"
        aria-label={t('dayNote', shownDay(day))}
        aria-describedby="day-note-help"
        value={text}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      <p>
        <small id="day-note-help">{t('dayNoteHelp')}</small>
        <button type="submit" class="quiet">
          {t('done')} <kbd aria-hidden="true">Ctrl ⏎</kbd>
        </button>
      </p>
    </form>
  );
}
