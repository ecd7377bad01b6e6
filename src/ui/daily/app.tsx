import { useEffect, useRef, useState } from 'preact/hooks';
import type { Day, Link } from '../../core/link';
import { linkAsMarkdown } from '../../core/link-markdown';
import { dayHash, readRoute } from '../../core/route';
import type { Format } from '../../formats/format';
import { clockNow } from '../../platform/clock';
import { collectEarly } from '../../platform/early-typing';
import { t } from '../../platform/messages';
import { openSettings } from '../../platform/pages';
import { tagUses } from '../../storage/counts';
import { journal } from '../../storage/database';
import { journalDrafts } from '../../storage/drafts';
import { deleteLink, editLink, restoreLink } from '../../storage/links';
import { landingDay, today as readToday } from '../../storage/reading';
import { shownDay } from '../parts/dates';
import { focusWhenThere } from '../parts/focus';
import { problemText } from '../parts/problem-text';
import { type Toast, ToastView } from '../parts/toast';
import { useLive } from '../parts/use-live';
import { useWakeUps } from '../parts/use-wake-ups';
import { cardButton, nowSeconds, type PageActions } from './actions';
import { CardForm } from './card-form';
import { DayView } from './day-view';
import { exportFile, type ImportReport, importFile } from './files';
import { deletedText, discardedText, ImportReportView, ShutJournal, UndoToast } from './messages-area';
import { SendingLine } from './sending-line';
import { TagView } from './tag-view';
import { Toolbar } from './toolbar';
import { type Discarded, useDrafts } from './use-drafts';
import { useServer } from './use-server';

/** The daily page. The only part of it that writes to the journal. */
export function DailyApp() {
  const [route, setRoute] = useState(readRoute(location.hash));
  const [toast, setToast] = useState<Toast>();
  const [report, setReport] = useState<ImportReport>();
  const [editing, setEditing] = useState('');
  const [deleted, setDeleted] = useState<Link[]>([]);
  const failed = (error: unknown) => setToast({ text: problemText(error), problem: true });

  const wakeUps = useWakeUps();
  const today = useLive(() => readToday(clockNow()), [wakeUps], failed);
  const landing = useLive(async () => today && landingDay(today), [today], failed);
  const uses = useLive(async () => [...(await tagUses(journal)).values()], [], failed) ?? [];
  // Where today begins to have links, the page goes there; not from under a form that is being filled in.
  const landed = useRef<Day | undefined>(undefined);
  if (!editing && landing) landed.current = landing;
  const day = route.kind === 'day' ? route.day : route.kind === 'now' ? landed.current : undefined;
  const [travelled, setTravelled] = useState(false);

  // A live query says nothing of a database that cannot be opened (Firefox's private windows): so it is opened here once, in earshot.
  const [shut, setShut] = useState('');
  useEffect(() => {
    journal.open().then(
      // Whenever the page comes into sight: a popup may have been closed meanwhile.
      () => collectEarly(journalDrafts, false).catch(failed),
      (error: unknown) => setShut(problemText(error)),
    );
  }, [wakeUps]);

  useEffect(() => {
    const follow = () => {
      setRoute(readRoute(location.hash));
      setEditing('');
      setTravelled(true);
    };
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);

  const attempt = (work: () => Promise<void>) => void work().catch(failed);
  const drafts = useDrafts({ show, edit: setEditing, attempt });
  const server = useServer({ failed, attempt });

  const actions: PageActions = {
    ...drafts,
    uses,
    server: server?.forCards,
    editing,
    edit: setEditing,
    close,
    async change(link, save, passage, keys, move) {
      await editLink(link.id, save, clockNow(), { passage, drafts: keys, ...(move && { move }) });
      close(cardButton(link.id));
      if (move) setToast({ text: t('moved', shownDay(move.to)) });
    },
    copy: (link) =>
      attempt(async () => {
        await navigator.clipboard.writeText(linkAsMarkdown(link));
        setToast({ text: t('copied') });
      }),
    remove: (link) =>
      attempt(async () => {
        await deleteLink(link.id, clockNow());
        setDeleted((old) => [...old, link]);
      }),
  };

  function close(back: string, left?: Discarded): void {
    setEditing('');
    if (left) drafts.noteDiscarded(left);
    else focusWhenThere(back);
  }

  async function takeBack(): Promise<void> {
    for (const link of deleted) await restoreLink(link.id);
    setDeleted([]);
    focusWhenThere(cardButton(deleted[0]?.id ?? ''));
  }

  function show(link: Link, onDay: Day, text: string): void {
    setEditing('');
    setToast({ text });
    location.hash = dayHash(onDay);
    focusWhenThere(cardButton(link.id));
  }

  async function importChosen(file: File): Promise<void> {
    setReport(undefined);
    setToast({ text: t('importing', file.name) });
    setReport(await importFile(file));
    setToast(undefined);
  }

  async function exportChosen(format: Format['id'], only?: Day): Promise<void> {
    setToast({ text: t('exported', await exportFile(format, only)) });
  }

  if (shut) return <ShutJournal why={shut} />;
  return (
    <>
      <Toolbar
        day={day}
        onAdd={() => setEditing('new')}
        onExport={(format, only) => attempt(() => exportChosen(format, only))}
        onImport={(file) => attempt(() => importChosen(file))}
        onSettings={() => attempt(openSettings)}
      />
      {report && (
        <ImportReportView
          report={report}
          onClose={() => {
            setReport(undefined);
            focusWhenThere('h1');
          }}
        />
      )}
      {server && <SendingLine failed={failed} />}
      {today && (
        <div class="page">
          {editing === 'new' && (
            <CardForm
              day={today}
              uses={uses}
              now={nowSeconds()}
              onSave={(save, passage, keys) => drafts.saveDraft(undefined, save, passage, keys)}
              onClose={(left) => close('.tools .add', left && { draft: left, form: 'new' })}
            />
          )}
          {route.kind === 'tag' && <TagView tag={route.tag} travelled={travelled} actions={actions} failed={failed} />}
          {day && (
            <DayView
              key={day}
              day={day}
              today={today}
              withDrafts={day === today || route.kind === 'now'}
              travelled={travelled}
              actions={actions}
              failed={failed}
            />
          )}
        </div>
      )}
      <div class="toast-area" role="status">
        <UndoToast
          what={deleted}
          text={deletedText}
          onUndo={() => attempt(takeBack)}
          onDismiss={() => setDeleted([])}
        />
        <UndoToast
          what={drafts.discarded}
          text={discardedText}
          onUndo={drafts.takeBack}
          onDismiss={drafts.forgetDiscarded}
        />
        <ToastView toast={toast} onDismiss={() => setToast(undefined)} />
      </div>
    </>
  );
}
