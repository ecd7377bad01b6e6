import { useEffect, useState } from 'preact/hooks';
import type { ImportOptions } from '../../core/import-options';
import { type ImportPreview, previewImport } from '../../storage/import-preview';
import { type Import, importedFile } from '../../storage/import-state';
import { entriesOf } from './import-file';

/** What an import would do, such as it is chosen: it grows while the file's entries are looked up, and begins anew with other choices. */
export function useImportPreview(
  unfinished: Import,
  options: ImportOptions,
  failed: (error: unknown) => void,
): ImportPreview | undefined {
  const [preview, setPreview] = useState<ImportPreview>();
  useEffect(() => {
    let stopped = false;
    async function look(): Promise<void> {
      const file = await importedFile();
      if (!file) return;
      for await (const step of previewImport(entriesOf(file, unfinished, unfinished.fileName), options)) {
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
