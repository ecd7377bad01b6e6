/*
 * Lists of ascending numbers as bytes: each number as the distance from the one before (the first one from -1, and less one), seven bits
 * a byte, the lowest first; the eighth bit says that there is more. Common words take hardly more than a byte a link.
 */

/** Bytes that grow as they are written. */
export class ByteWriter {
  #bytes = new Uint8Array(1 << 16);
  length = 0;

  /** Writes a list. Numbers that come twice, one after the other, are written once. */
  writeList(numbers: Uint32Array): void {
    this.#makeRoom(numbers.length * 5);
    const bytes = this.#bytes;
    let at = this.length;
    let last = -1;
    for (const number of numbers) {
      if (number === last) continue;
      let distance = number - last - 1;
      for (; distance >= 0x80; distance >>>= 7) bytes[at++] = distance | 0x80;
      bytes[at++] = distance;
      last = number;
    }
    this.length = at;
  }

  /** What was written since the beginning, which begins anew. */
  take(): Uint8Array {
    const written = this.#bytes.slice(0, this.length);
    this.length = 0;
    return written;
  }

  #makeRoom(more: number): void {
    if (this.length + more <= this.#bytes.length) return;
    const larger = new Uint8Array(2 * (this.length + more));
    larger.set(this.#bytes.subarray(0, this.length));
    this.#bytes = larger;
  }
}

/** Calls `take` with every number of a list, which fills the bytes from `from` up to `to`. */
export function readList(bytes: Uint8Array, from: number, to: number, take: (number: number) => void): void {
  let last = -1;
  for (let at = from; at < to; ) {
    let distance = 0;
    let byte = 0x80;
    for (let shift = 0; byte >= 0x80; shift += 7) {
      byte = bytes[at++] ?? 0;
      distance |= (byte & 0x7f) << shift;
    }
    last += distance + 1;
    take(last);
  }
}
