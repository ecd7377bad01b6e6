/** Cards of a block: some screens full. */
const SIZE = 50;

/** Neighbours on a page. */
export interface Block<Item> {
  name: number;
  items: Item[];
}

/**
 * A list cut into blocks, which a browser skips as a whole where they are out of sight: it asks each thing that can be skipped at every
 * frame whether it is in sight, and a page may have thousands. What stands in a block stays in it, whatever comes and goes around it:
 * what goes over to another one is drawn anew, and loses the focus.
 */
export class Blocks {
  #known = new Map<string, number>();
  #next = 0;

  cut<Item>(items: Item[], idOf: (item: Item) => string): Block<Item>[] {
    const blocks: Block<Item>[] = [];
    const begun = new Set<number>();
    const tail = items.findLastIndex((item) => this.#known.has(idOf(item)));
    for (const [place, item] of items.entries()) {
      const name = this.#known.get(idOf(item));
      const last = blocks.at(-1);
      if (name !== undefined && !begun.has(name)) blocks.push({ name, items: [item] });
      else if (last && (place <= tail || last.items.length < SIZE)) last.items.push(item);
      else blocks.push({ name: this.#next++, items: [item] });
      begun.add(blocks.at(-1)?.name ?? 0);
    }
    this.#known = new Map(blocks.flatMap((block) => block.items.map((item) => [idOf(item), block.name])));
    return blocks;
  }
}
