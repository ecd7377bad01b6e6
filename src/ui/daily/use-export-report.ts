import { useEffect, useState } from 'preact/hooks';
import { type Export, type ExportReport, reportExport } from './export-file';

/** What is known of an export before it is written: it grows while links are counted, and begins anew with other choices. */
export function useExportReport(
  { scope, format, privateToo }: Export,
  failed: (error: unknown) => void,
): ExportReport | undefined {
  const [report, setReport] = useState<ExportReport>();
  useEffect(() => {
    let stopped = false;
    setReport(undefined);
    async function look(): Promise<void> {
      for await (const step of reportExport({ scope, format, privateToo })) {
        if (stopped) return;
        setReport(step);
      }
    }
    look().catch((error) => stopped || failed(error));
    return () => {
      stopped = true;
    };
  }, [scope, format, privateToo]);
  return report;
}
