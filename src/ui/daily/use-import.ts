import { useEffect, useRef, useState } from 'preact/hooks';
import { Problem } from '../../core/errors';
import type { ImportOptions } from '../../core/import-options';
import { IMPORT_HASH } from '../../core/route';
import { alone, aloneOrNot } from '../../platform/alone';
import { clockNow } from '../../platform/clock';
import { journal } from '../../storage/database';
import { beginImport, dropImport, lastImported, readImport } from '../../storage/import-state';
import { takeImport } from '../../storage/import-take';
import { undoImport } from '../../storage/import-undo';
import { problemText } from '../parts/problem-text';
import { useLive } from '../parts/use-live';
import { entriesOf, readFile } from './import-file';
import { takenText, undoneText } from './import-text';

/** What of an import this window is at. */
export type ImportStep = 'reading' | 'taking' | 'undoing';

/** How far it is: in bytes of the file while it is read, in entries while they are taken. */
export interface ImportProgress {
  done: number;
  /** 0 where that is not known. */
  all: number;
}

type Stored = Awaited<ReturnType<typeof readStored>> | undefined;

async function readStored() {
  const [unfinished, last, some] = await Promise.all([readImport(), lastImported(), journal.links.limit(1).count()]);
  return { unfinished, last, empty: some === 0 };
}

const NOT_BEGUN: ImportProgress = { done: 0, all: 0 };

/**
 * The steps of an import, one after another, and what is to be said of them. It goes on while other pages of the journal are looked at;
 * all that it has come to is in the database.
 * @param tell says what came of it where its own page is not looked at
 */
export function useImport(failed: (error: unknown) => void, tell: (text: string) => void) {
  const live = useRef<Stored>(undefined);
  live.current = useLive(readStored, [], failed);
  const [fresh, setFresh] = useState<{ stored: Stored; instead: Stored }>();
  // What is there once a step is over must be known with its end: a button that is about to go must not get the focus.
  const stored = fresh && fresh.instead === live.current ? fresh.stored : live.current;
  const [step, setStep] = useState<ImportStep>();
  const [progress, setProgress] = useState(NOT_BEGUN);
  const [news, setNews] = useState<{ text: string; problem?: boolean }>({ text: '' });
  const stopping = useRef(new AbortController());
  const busy = useRef(false);
  useEffect(() => () => stopping.current.abort(), []);

  async function doing(first: ImportStep, work: (signal: AbortSignal) => Promise<string>): Promise<void> {
    if (busy.current) return;
    busy.current = true;
    stopping.current = new AbortController();
    const { signal } = stopping.current;
    setNews({ text: '' });
    setProgress(NOT_BEGUN);
    setStep(first);
    try {
      const text = await work(signal);
      setNews({ text });
      if (text && location.hash !== IMPORT_HASH) tell(text);
    } catch (error) {
      if (!signal.aborted) setNews({ text: problemText(error), problem: true });
    } finally {
      busy.current = false;
      const stored = await readStored().catch(failed);
      if (stored) setFresh({ stored, instead: live.current });
      setStep(undefined);
    }
  }

  async function reading(file: File, signal: AbortSignal): Promise<string> {
    const progress = (bytes: number) => setProgress({ done: bytes, all: file.size });
    await beginImport(file, await readFile(file, { signal, progress }));
    return '';
  }

  async function taking(options: ImportOptions, signal: AbortSignal): Promise<string> {
    const all = (await readImport())?.listing.entries ?? 0;
    let text = '';
    await inTurn(async () => {
      for await (const { done, imported } of takeImport({ read: entriesOf, options, clock: clockNow() })) {
        setProgress({ done, all });
        if (imported) text = takenText(imported.counts);
        else if (signal.aborted) break;
      }
    });
    return text;
  }

  return {
    unfinished: stored?.unfinished,
    last: stored?.last,
    /** There is no link in the journal. */
    empty: stored?.empty ?? false,
    step,
    progress,
    news,
    choose(file: File): void {
      location.hash = IMPORT_HASH;
      void doing('reading', (signal) => reading(file, signal));
    },
    /** @param options as they were chosen; of an import that was broken off they are known */
    take: (options: ImportOptions) => void doing('taking', (signal) => taking(options, signal)),
    undo: () =>
      void doing('undoing', async () => {
        let text = '';
        await inTurn(async () => {
          for await (const undone of undoImport(clockNow())) text = undoneText(undone);
        });
        return text;
      }),
    cancel: () => stopping.current.abort(),
    drop: () => {
      setNews({ text: '' });
      void dropImport().catch(failed);
    },
  };
}

export type Importing = ReturnType<typeof useImport>;

/** One window at a time, while no index is built (see `useIndexing`, which makes way). @throws Problem `importElsewhere` */
async function inTurn(work: () => Promise<void>): Promise<void> {
  if (!(await aloneOrNot('import', () => alone('index', work)))) throw new Problem('importElsewhere');
}
