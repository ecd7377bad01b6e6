/** From so much on (characters or bytes) what was written goes where the browser keeps it, out of this page's memory. */
const LARGE = 1 << 20;

/** A file that is made piece by piece, however large. */
export class LargeFile {
  readonly #done: Blob[] = [];
  #open: BlobPart[] = [];
  #size = 0;

  add(piece: string | Uint8Array<ArrayBuffer>): void {
    this.#open.push(piece);
    this.#size += piece.length;
    if (this.#size >= LARGE) this.#close();
  }

  /** The whole of it. @param mime its type */
  end(mime: string): Blob {
    this.#close();
    return new Blob(this.#done, { type: mime });
  }

  #close(): void {
    // Strings first become one: a part of its own for each line would be dearer than its text.
    const isText = this.#open.every((piece) => typeof piece === 'string');
    this.#done.push(new Blob(isText ? [this.#open.join('')] : this.#open));
    this.#open = [];
    this.#size = 0;
  }
}
