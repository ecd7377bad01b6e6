import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Day, Link } from '../../core/link';
import { linkAsMarkdown } from '../../core/link-markdown';
import { dayHash, readRoute } from '../../core/route';
import type { Scope } from '../../core/scope';
import type { TagUse } from '../../core/tags';
import { clockNow } from '../../platform/clock';
import { collectEarly } from '../../platform/early-typing';
import { t } from '../../platform/messages';
import { openSettings } from '../../platform/pages';
import { lightLink } from '../../publish/light';
import { journal } from '../../storage/database';
import { journalDrafts } from '../../storage/drafts';
import { editLink } from '../../storage/links';
import { landingDay, today as readToday } from '../../storage/reading';
import { idsOf } from '../../storage/scope';
import { tagUses } from '../../storage/tag-uses';
import { copyBoth } from '../parts/clipboard';
import { shownDay } from '../parts/dates';
import { focusWhenThere } from '../parts/focus';
import { problemText } from '../parts/problem-text';
import { type Toast, ToastView } from '../parts/toast';
import { useLive } from '../parts/use-live';
import { useSame } from '../parts/use-same';
import { useSteady } from '../parts/use-steady';
import { useWakeUps } from '../parts/use-wake-ups';
import { cardOf, nowSeconds, type Verbs } from './actions';
import { BulkDialog } from './bulk-dialog';
import { BulkToast } from './bulk-toast';
import { CardForm } from './card-form';
import { DateChoice } from './date-choice';
import { DeletedToast } from './deleted-toast';
import { ExportDialog } from './export-dialog';
import { ImportLine } from './import-line';
import { DiscardedToast, ShutJournal } from './messages-area';
import { PageFoot } from './page-foot';
import { PublishDialog } from './publish-dialog';
import { SampleLine } from './sample-line';
import { SearchBox } from './search-box';
import { useSearching } from './searching';
import { SelectionBar } from './selection-bar';
import { SendAll } from './send-all';
import { SendingLine } from './sending-line';
import { Toolbar } from './toolbar';
import { useBulk } from './use-bulk';
import { useDeleted } from './use-deleted';
import { type Discarded, useDrafts } from './use-drafts';
import { useFileDrop } from './use-file-drop';
import { useImport } from './use-import';
import { useIndexing } from './use-indexing';
import { useSelection } from './use-selection';
import { useServer } from './use-server';
import { scopeOf, View } from './view';
import { backToWhereLeft, noteLeaving } from './where-left';
import { WorkToast } from './work-toast';

const NO_USES: TagUse[] = [];

/** The daily page. The only part of it that writes to the journal. */
export function DailyApp() {
  const [route, setRoute] = useState(readRoute(location.hash));
  const [toast, setToast] = useState<Toast>();
  const [editing, setEditing] = useState('');
  const { failed } = useSteady({
    failed: (error: unknown) => setToast({ text: problemText(error), problem: true }),
  });

  const wakeUps = useWakeUps();
  const today = useLive(() => readToday(clockNow()), [wakeUps], failed);
  const landing = useLive(async () => landingDay(await readToday(clockNow())), [wakeUps], failed);
  const uses = useSame(useLive(async () => [...(await tagUses(journal)).values()], [], failed) ?? NO_USES);
  // Where today begins to have links, the page goes there; not from under a form that is being filled in.
  const landed = useRef<Day | undefined>(undefined);
  if (!editing && landing) landed.current = landing;
  const shown = scopeOf(route, landed.current, uses);
  const [travelled, setTravelled] = useState(false);
  const selection = useSelection((take) => attempt(async () => take(shown ? await idsOf(shown) : [])));

  // A live query says nothing of a database that cannot be opened (Firefox's private windows): so it is opened here once, in earshot.
  const [shut, setShut] = useState('');
  useEffect(() => {
    journal.open().then(
      // Whenever the page comes into sight: a popup may have been closed meanwhile.
      () => collectEarly(journalDrafts, false).catch(failed),
      (error: unknown) => setShut(problemText(error)),
    );
  }, [wakeUps]);

  function follow(): void {
    setRoute(readRoute(location.hash));
    setEditing('');
    selection.drop();
    // Who is typing a search stays in its box.
    setTravelled(document.activeElement?.id !== 'search' && !backToWhereLeft());
  }
  const { search, leave } = useSearching(follow);
  useEffect(noteLeaving, []);
  useEffect(() => {
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);

  const attempt = (work: () => Promise<void>) => void work().catch(failed);
  const drafts = useDrafts({ show, edit: setEditing, attempt });
  const deleted = useDeleted({ attempt, say: setToast });
  const bulk = useBulk({ attempt, say: setToast, drop: selection.drop, removeAll: deleted.removeAll });
  const importing = useImport(failed, (text) => setToast({ text }));
  const dropping = useFileDrop(importing.choose);
  useIndexing(failed);
  const server = useServer({ failed, attempt, say: setToast });
  /** What the dialog offers to publish, while it is open. */
  const [publishing, publish] = useState<Scope[]>();
  /** The same of the one that exports. */
  const [exporting, setExporting] = useState<Scope[]>();

  const { saveDraft, saveRow, discardRow } = drafts;
  const steady = useSteady<Verbs>({
    ...{ saveDraft, saveRow, discardRow },
    edit: setEditing,
    close,
    async change(link, save, passage, keys, move) {
      await editLink(link.id, save, clockNow(), { passage, drafts: keys, ...(move && { move }) });
      close(cardOf(link.id));
      if (move) setToast({ text: t('moved', shownDay(move.to)) });
    },
    copy: (link) =>
      attempt(async () => {
        await copyBoth(lightLink(link, { tags: t('tags') }), linkAsMarkdown(link));
        setToast({ text: t('copied') });
      }),
    remove: deleted.remove,
  });
  const { boxes } = selection;
  const forCards = server?.forCards;
  const actions = useMemo(
    () => ({ ...steady, uses, server: forCards, boxes, editing }),
    [uses, forCards, boxes, editing],
  );

  function close(back: string, left?: Discarded): void {
    setEditing('');
    if (left) drafts.noteDiscarded(left);
    else focusWhenThere(back);
  }

  function show(link: Link, onDay: Day, text: string): void {
    setEditing('');
    setToast({ text });
    location.hash = dayHash(onDay);
    focusWhenThere(cardOf(link.id));
  }

  const keys = {
    edit: (id: string) => selection.boxes || setEditing(id),
    select: selection.toggle,
    remove: (link?: Pick<Link, 'id' | 'title'>) =>
      selection.boxes ? bulk.ask('delete')(selection.boxes.chosen()) : link && deleted.remove(link),
    today: () => {
      if (today) location.hash = dayHash(today);
      focusWhenThere('h1');
    },
    add: () => setEditing('new'),
  };

  // Whatever else is said around it, the page itself stays as it is drawn.
  const view = useMemo(
    () => (
      <View route={route} landed={landed.current} {...{ today, travelled, actions, failed }} importing={importing} />
    ),
    [route, landed.current, today, travelled, actions, route.kind === 'import' && importing],
  );

  const sendSelected = (ids: string[]) => {
    selection.end();
    server?.sendSome(ids);
  };

  if (shut) return <ShutJournal why={shut} />;
  return (
    <>
      <Toolbar
        search={
          <SearchBox text={route.kind === 'search' ? route.text : ''} uses={uses} onSearch={search} onLeave={leave} />
        }
        shown={shown}
        sending={server?.choices(shown)}
        selected={selection.chosen}
        selecting={
          shown && { on: selection.boxes !== undefined, toggle: selection.boxes ? selection.end : selection.begin }
        }
        onAdd={() => setEditing('new')}
        onExport={setExporting}
        onPublish={() => publish([...(shown ? [shown] : []), { kind: 'all' }])}
        onImport={importing.choose}
        onSettings={() => attempt(openSettings)}
      />
      {route.kind !== 'import' && <ImportLine importing={importing} />}
      {server?.asking && <SendAll onSend={server.sendAll} onCancel={server.cancel} failed={failed} />}
      {selection.boxes && (
        <SelectionBar
          boxes={selection.boxes}
          actions={bulk.actions([
            { label: t('publish'), act: (ids) => publish([{ kind: 'selection', ids }]) },
            ...(server ? [{ label: t('send'), act: sendSelected }] : []),
          ])}
          onCancel={selection.end}
        />
      )}
      {exporting && (
        <ExportDialog scopes={exporting} onClose={() => setExporting(undefined)} say={(text) => setToast({ text })} />
      )}
      {publishing && (
        <PublishDialog scopes={publishing} onClose={() => publish(undefined)} say={(text) => setToast({ text })} />
      )}
      {server && <SendingLine failed={failed} />}
      <SampleLine say={setToast} failed={failed} />
      <div class="page">
        {today && editing === 'new' && (
          <CardForm
            day={today}
            uses={uses}
            now={nowSeconds()}
            onSave={(save, passage, keys) => drafts.saveDraft(undefined, save, passage, keys)}
            onClose={(left) => close('.tools .add', left && { draft: left, form: 'new' })}
          />
        )}
        {view}
      </div>
      {today && <DateChoice today={today} failed={failed} />}
      <PageFoot keys={keys} failed={failed} />
      <BulkDialog bulk={bulk} uses={uses} server={server !== undefined} failed={failed} />
      {dropping && <p class="drop">{t('importDrop')}</p>}
      <section aria-label={t('messages')}>
        <div class="toast-area" role="status">
          <DeletedToast deleted={deleted} failed={failed} />
          <BulkToast bulk={bulk} />
          <WorkToast work={bulk.work ?? deleted.work} />
          <DiscardedToast drafts={drafts} />
          <ToastView toast={toast} onDismiss={() => setToast(undefined)} />
        </div>
      </section>
    </>
  );
}
