import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { IMPORT_OPTIONS } from '../../core/import-options';
import { dayHash } from '../../core/route';
import { language, t } from '../../platform/messages';
import type { Import, Imported } from '../../storage/import-state';
import { shownDay, shownMoment } from '../parts/dates';
import { focusWhenThere } from '../parts/focus';
import { rewrittenText } from '../parts/rewritten-tags';
import { Preview } from './import-preview';
import { saveImportReport } from './import-report';
import { takenText } from './import-text';
import type { Importing, ImportProgress, ImportStep } from './use-import';

interface ImportViewProps {
  importing: Importing;
  travelled: boolean;
  failed(error: unknown): void;
}

/** A file comes in: what it is, what would come of it, how far it is, what came of it and the way back. */
export function ImportView({ importing, travelled, failed }: ImportViewProps) {
  const { unfinished, last, step, progress, news } = importing;
  const view = step ? 'working' : !unfinished ? 'idle' : unfinished.taking ? 'broken' : 'preview';
  const main = useFocusKept(view);
  useEffect(() => {
    document.title = t('dailyTitle', t('import'));
    if (travelled) focusWhenThere('h1');
  }, []);

  return (
    <main class="alone import" ref={main} aria-busy={step !== undefined}>
      <header class="day">
        <h1 tabIndex={-1}>{t('import')}</h1>
        <p>{t('importHelp')}</p>
      </header>
      <div class="import-news" role="status">
        {step && <p>{t(WORDS[step])}</p>}
        {!step && !news.problem && news.text && <p>{news.text}</p>}
      </div>
      <p class="problem" role="alert">
        {news.problem && news.text}
      </p>
      {step && <Progress step={step} progress={progress} onCancel={importing.cancel} />}
      {view === 'preview' && unfinished && (
        <Preview
          unfinished={unfinished}
          empty={importing.empty}
          onTake={importing.take}
          onLeave={importing.drop}
          failed={failed}
        />
      )}
      {view === 'broken' && unfinished && <Broken unfinished={unfinished} importing={importing} />}
      {view === 'idle' && last && <Last imported={last} said={news.text} onUndo={importing.undo} failed={failed} />}
      {view === 'idle' && <Choose />}
    </main>
  );
}

const WORDS = { reading: 'importReading', taking: 'importTaking', undoing: 'importUndoing' } as const;

/** When what had the focus goes with what is done, the next thing to do gets it. A page that was just opened does not jump there. */
function useFocusKept(view: string) {
  const main = useRef<HTMLElement>(null);
  const before = useRef(view);
  useLayoutEffect(() => {
    if (before.current === view) return;
    before.current = view;
    const { activeElement } = document;
    if (activeElement === document.body || main.current?.contains(activeElement)) focusWhenThere('.import .lead');
  }, [view]);
  return main;
}

/** How far it has come. What is said aloud is said once a step; this is for the eye, and for who asks. */
function Progress({ step, progress, onCancel }: { step: ImportStep; progress: ImportProgress; onCancel(): void }) {
  const { done, all } = progress;
  const known = all > 0 && step !== 'undoing';
  const [at, of] = [done, all].map((count) => count.toLocaleString(language()));
  return (
    <div class="import-progress">
      <progress aria-label={t(WORDS[step])} {...(known && { value: Math.min(done, all), max: all })} />
      {known && step === 'taking' && <p class="hint">{t('importAt', at ?? '', of ?? '')}</p>}
      {step !== 'undoing' && (
        <button type="button" class="quiet lead" onClick={onCancel}>
          {t('cancel')}
        </button>
      )}
    </div>
  );
}

/** Where nothing is under way. */
function Choose() {
  return (
    <section class="choose">
      <p>
        <button type="button" class="quiet lead" onClick={() => document.getElementById('import-file')?.click()}>
          {t('importChoose')}
        </button>
      </p>
      <p class="hint">{t('importReads')}</p>
    </section>
  );
}

/** An import that was broken off: by its button, by a failure, or with the page. */
function Broken({ unfinished, importing }: { unfinished: Import; importing: Importing }) {
  const { taking, listing, fileName } = unfinished;
  const [done, all] = [taking?.done ?? 0, listing.entries].map((count) => count.toLocaleString(language()));
  return (
    <section>
      <p>{t('importBroken', fileName, done ?? '', all ?? '')}</p>
      <p class="buttons">
        <button type="button" class="primary lead" onClick={() => importing.take(taking?.options ?? IMPORT_OPTIONS)}>
          {t('fetchGoOn')}
        </button>
        <button type="button" class="quiet" onClick={importing.undo}>
          {t('importUndo')}
        </button>
      </p>
    </section>
  );
}

interface LastProps {
  imported: Imported;
  /** What is said of it already. */
  said: string;
  onUndo(): void;
  failed(error: unknown): void;
}

function Last({ imported, said, onUndo, failed }: LastProps) {
  const { fileName, at, counts, lastDay } = imported;
  return (
    <section class="last" aria-label={t('importLastTitle')}>
      <p class="hint">
        {t('importLast', fileName, shownMoment(Math.floor(at / 1000)))}{' '}
        {said !== takenText(counts) && takenText(counts)}
      </p>
      {counts.rewritten.size > 0 && <p class="hint">{rewrittenText(counts.rewritten)}</p>}
      <p class="buttons">
        {lastDay && (
          <a class="quiet lead" href={dayHash(lastDay)}>
            {t('importSee', shownDay(lastDay))}
          </a>
        )}
        <button type="button" class="quiet" onClick={() => void saveImportReport(imported).catch(failed)}>
          {t('importReport')}
        </button>
        <button type="button" class="quiet" onClick={onUndo}>
          {t('importUndo')}
        </button>
      </p>
    </section>
  );
}
