import { useEffect, useState } from 'preact/hooks';
import { type Export, type ExportReport, reportExport } from './export-file';

/** What is known of an export before it is written: it grows while links are counted, and begins anew with other choices. */
export function useExportReport(
  { scope, format, privateToo }: Export,
  failed: (error: unknown) => void,
): ExportReport | undefined {
  const [found, setFound] = useState<{ asked: Export; report: ExportReport }>();
  useEffect(() => {
    let stopped = false;
    const asked = { scope, format, privateToo };
    async function look(): Promise<void> {
      for await (const report of reportExport(asked)) {
        if (stopped) return;
        setFound({ asked, report });
      }
    }
    look().catch((error) => stopped || failed(error));
    return () => {
      stopped = true;
    };
  }, [scope, format, privateToo]);
  // What was found of other choices is never shown as that of these, not even until the effect runs.
  const current =
    found?.asked.scope === scope && found.asked.format === format && found.asked.privateToo === privateToo;
  return current ? found?.report : undefined;
}
