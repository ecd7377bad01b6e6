/** What was read so far; `ended` when there is no more. */
export interface Read<T> {
  items: T[];
  ended: boolean;
}

/**
 * Reads pieces one ahead of what is asked for: the first is told at once; whether there is more, and that at once, when it is wanted.
 * @param tell called with all items so far, whenever there are more or the end is known
 */
export function readAhead<T>(
  pieces: AsyncGenerator<T[]>,
  tell: (read: Read<T>) => void,
  failed: (error: unknown) => void,
): { more(): void; stop(): void } {
  let items: T[] = [];
  let held: T[] | undefined;
  let wanted = true;
  let stopped = false;

  async function fetch(): Promise<void> {
    for (;;) {
      const { done, value } = await pieces.next();
      if (stopped) return;
      if (done) return tell({ items, ended: true });
      if (!value.length) continue;
      held = value;
      if (!wanted) return;
      show();
    }
  }

  function show(): void {
    wanted = false;
    items = [...items, ...(held ?? [])];
    held = undefined;
    tell({ items, ended: false });
  }

  void fetch().catch(failed);
  return {
    more(): void {
      if (!held) {
        wanted = true;
        return;
      }
      show();
      void fetch().catch(failed);
    },
    stop(): void {
      stopped = true;
      void pieces.return(undefined).catch(failed);
    },
  };
}
