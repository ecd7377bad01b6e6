import type { ImportedLink } from './imported-link';

/** What a person has chosen for an import. */
export interface ImportOptions {
  /** The folders in which a link stands become tags of it. */
  folderTags: boolean;
  /** New links of which the file does not say whether they are private are so. */
  privateUnsaid: boolean;
  /** Pages that the journal knows stay as they are: nothing that the file has of them is added. */
  keepKnown: boolean;
  /** Settings that the file brings along take the place of those that are there. */
  settings: boolean;
}

export const IMPORT_OPTIONS: ImportOptions = {
  folderTags: true,
  privateUnsaid: true,
  keepKnown: false,
  settings: false,
};

/** A link as it is to come in, tags still spelled as the file does. */
export function asChosen(
  { link, folders = [] }: { link: ImportedLink; folders?: string[] },
  { folderTags }: Pick<ImportOptions, 'folderTags'>,
): ImportedLink {
  return folderTags && folders.length > 0 ? { ...link, tags: [...link.tags, ...folders] } : link;
}
