import { useEffect, useState } from 'preact/hooks';
import type { ImportOptions } from '../../core/import-options';
import { type ImportPreview, previewImport } from '../../storage/import-preview';
import { entriesOf } from './import-file';

/** What the import that waits would do, such as it is chosen: it grows while entries are looked up, and begins anew with other choices. */
export function useImportPreview(options: ImportOptions, failed: (error: unknown) => void): ImportPreview | undefined {
  const [preview, setPreview] = useState<ImportPreview>();
  useEffect(() => {
    let stopped = false;
    async function look(): Promise<void> {
      for await (const step of previewImport(entriesOf, options)) {
        if (stopped) return;
        setPreview(step);
      }
    }
    look().catch((error) => stopped || failed(error));
    return () => {
      stopped = true;
    };
  }, [options]);
  return preview;
}
