import { useState } from 'preact/hooks';
import type { Loss } from '../../core/fidelity';
import type { Scope } from '../../core/scope';
import { writtenFormats } from '../../formats/index';
import { type MessageKey, plural, t } from '../../platform/messages';
import { Dialog } from '../parts/dialog';
import { problemText } from '../parts/problem-text';
import { scopeName } from '../parts/scope-name';
import { Choices } from './choices';
import { type ExportReport, exportFile } from './export-file';
import { useExportReport } from './use-export-report';
import { useWork } from './use-publish';

interface ExportProps {
  /** What can be exported, what was asked for first. */
  scopes: Scope[];
  onClose(): void;
  /** What was done, in words. */
  say(text: string): void;
}

/** Asks what is to leave the journal, and in which file; says what such a file cannot hold, and writes it. */
export function ExportDialog({ scopes, onClose, say }: ExportProps) {
  const [scope, setScope] = useState(scopes[0] as Scope);
  const [format, setFormat] = useState(writtenFormats[0] as (typeof writtenFormats)[number]);
  const [privateToo, setPrivateToo] = useState(true);
  const [problem, setProblem] = useState('');
  const failed = (error: unknown) => setProblem(problemText(error));
  const work = useWork(failed);
  const asked = { scope, format, privateToo };
  const report = useExportReport(asked, failed);
  const working = work.share !== undefined;

  function save(): void {
    setProblem('');
    const all = report?.links ?? 0;
    work.start(async ({ signal, progress }) => {
      const name = await exportFile(asked, { signal, progress: (links) => progress(all ? links / all : 0) });
      onClose();
      say(t('exported', name));
    });
  }

  return (
    <Dialog title={t('export')} onClose={onClose}>
      <form
        class="form publish"
        onSubmit={(event) => {
          event.preventDefault();
          if (!working) save();
        }}
      >
        <Choices
          name="export-what"
          legend={t('publishWhat')}
          chosen={scope}
          choices={scopes.map((value) => ({ value, label: scopeName(value) }))}
          onChoose={setScope}
        />
        <Choices
          name="export-format"
          legend={t('publishForm')}
          chosen={format}
          choices={writtenFormats.map((value) => ({ value, label: t(value.label as MessageKey) }))}
          onChoose={setFormat}
        />
        <label class="box">
          <input
            type="checkbox"
            checked={privateToo}
            onChange={(event) => setPrivateToo(event.currentTarget.checked)}
          />{' '}
          {t('exportPrivate')}
        </label>
        <Report report={report} />
        {problem && (
          <p class="problem" role="alert">
            {problem}
          </p>
        )}
        {working && <progress aria-label={t('publishProgress')} value={work.share} />}
        <footer>
          <div class="buttons">
            <button type="button" class="quiet" onClick={onClose}>
              {t('cancel')}
            </button>
            <button type="submit" class="primary" aria-disabled={working} autofocus>
              {t('publishSave')}
            </button>
          </div>
        </footer>
      </form>
    </Dialog>
  );
}

/** How many links, and what of them such a file cannot hold. */
function Report({ report }: { report: ExportReport | undefined }) {
  if (!report) return <p class="hint">{t('publishCounting')}</p>;
  const { links, privateLinks, losses, whole } = report;
  const { shaarliTags = 0, ...lost } = losses;
  const named = Object.entries(lost) as [Exclude<Loss, 'shaarliTags'>, number][];
  return (
    <div class="losses" role="status" aria-busy={!whole}>
      <p class="hint">
        {plural('links', links)} {privateLinks > 0 && plural('exportPrivateCount', privateLinks)}{' '}
        {!whole && t('exportLooking')}
        {whole && named.length === 0 && t('exportNothingLost')}
      </p>
      {named.length > 0 && (
        <>
          <p class="hint">{t('exportLosses')}</p>
          <ul class="hint">
            {named.map(([loss, count]) => (
              <li key={loss}>{plural(`loss_${loss}`, count)}</li>
            ))}
          </ul>
        </>
      )}
      {shaarliTags > 0 && <p class="hint">{plural('loss_shaarliTags', shaarliTags)}</p>}
    </div>
  );
}
