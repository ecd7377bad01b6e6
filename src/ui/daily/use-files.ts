import { useState } from 'preact/hooks';
import type { Scope } from '../../core/scope';
import type { Format } from '../../formats/format';
import { t } from '../../platform/messages';
import { focusWhenThere } from '../parts/focus';
import type { Toast } from '../parts/toast';
import { exportFile, type ImportReport, importFile } from './files';

interface Page {
  attempt(work: () => Promise<void>): void;
  say(toast: Toast | undefined): void;
}

/** What the daily page does with files, and the report of the last import. */
export function useFiles({ attempt, say }: Page) {
  const [report, setReport] = useState<ImportReport>();
  return {
    report,
    closeReport(): void {
      setReport(undefined);
      focusWhenThere('h1');
    },
    importing: (file: File) =>
      attempt(async () => {
        setReport(undefined);
        say({ text: t('importing', file.name) });
        setReport(await importFile(file));
        say(undefined);
      }),
    exporting: (format: Format['id'], scope: Scope) =>
      attempt(async () => say({ text: t('exported', await exportFile(format, scope)) })),
  };
}
