/** From so much on (characters or bytes) what was written goes where the browser keeps it, out of this page's memory. */
const LARGE = 1 << 20;

const encoder = new TextEncoder();

/** A file that is made piece by piece, however large. */
export class LargeFile {
  readonly #done: Blob[] = [];
  readonly #bytes: Uint8Array<ArrayBuffer>[] = [];
  #text = '';
  #size = 0;

  add(piece: string | Uint8Array<ArrayBuffer>): void {
    if (typeof piece === 'string') {
      this.#text += piece;
      if (this.#text.length >= 1 << 14) this.#encode();
    } else {
      this.#encode();
      this.#bytes.push(piece);
    }
    this.#size += piece.length;
    if (this.#size >= LARGE) this.#close();
  }

  /** The whole of it. @param mime its type */
  end(mime: string): Blob {
    this.#close();
    return new Blob(this.#done, { type: mime });
  }

  /** A Blob would do so by itself, in twice the time. */
  #encode(): void {
    if (this.#text) this.#bytes.push(encoder.encode(this.#text));
    this.#text = '';
  }

  #close(): void {
    this.#encode();
    this.#done.push(new Blob(this.#bytes.splice(0)));
    this.#size = 0;
  }
}
