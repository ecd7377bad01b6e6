import { useState } from 'preact/hooks';
import { clockNow } from '../../platform/clock';
import { plural, t } from '../../platform/messages';
import { deleteTag, renameTag, type TagChange, undoTagChange } from '../../storage/tag-changes';

/** What can be done to a tag on all its links, one thing at a time, and the ways back. */
export function useTagChanges(failed: (error: unknown) => void) {
  /** What is being done now, in words. */
  const [working, setWorking] = useState('');
  /** What was done and can be undone, the last at the end: undone in that order, each gives back what it found. */
  const [done, setDone] = useState<TagChange[]>([]);

  async function work<T>(words: string, deed: () => Promise<T>): Promise<T | undefined> {
    if (working) return undefined;
    setWorking(words);
    try {
      return await deed();
    } catch (error) {
      failed(error);
      return undefined;
    } finally {
      setWorking('');
    }
  }

  async function change(words: string, deed: () => Promise<TagChange>): Promise<TagChange | undefined> {
    const change = await work(words, deed);
    if (change) setDone((before) => [...before, change]);
    return change;
  }

  return {
    working,
    last: done.at(-1),
    rename: (tag: string, name: string) => change(t('renamingTag', tag), () => renameTag(tag, name, clockNow())),
    remove: (tag: string) => change(t('deletingTag', tag), () => deleteTag(tag, clockNow())),
    /** Undoes the last change; says what came of it, or nothing where it failed. */
    async undo(): Promise<string> {
      const last = done.at(-1);
      if (!last) return '';
      const { tag } = last.tag;
      const outcome = await work(t('undoingTag', tag), () => undoTagChange(last, clockNow()));
      if (!outcome) return '';
      setDone((before) => before.slice(0, -1));
      const back = t('tagBack', tag, plural('linkCount', outcome.back));
      return outcome.left ? `${back} ${plural('tagBackNot', outcome.left)}` : back;
    },
    forget: () => setDone([]),
  };
}

/** What was done to a tag, in a sentence. */
export function changeText({ tag, name, joined, links }: TagChange): string {
  const count = plural('linkCount', links.length);
  if (!name) return t('tagDeleted', tag.tag, count);
  return t(joined ? 'tagJoined' : 'tagRenamed', tag.tag, name, count);
}
