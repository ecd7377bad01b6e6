import type { DigestEntry } from '../core/digest';
import type { Day } from '../core/link';

/** Some days of a journal that leave it as something to read. */
export interface Publication {
  title: string;
  /** Its only day is named by the title. */
  oneDay: boolean;
  /** How many links there are in it. */
  count: number;
  /** In order; none without links. */
  days: AsyncIterable<PublishedDay> | Iterable<PublishedDay>;
}

export interface PublishedDay {
  day: Day;
  /** What the reader wrote about the day, Markdown; often empty. */
  note: string;
  entries: DigestEntry[];
}

/** The texts that a publication needs beside those of the journal, in the language of who publishes it. */
export interface Words {
  /** BCP 47. */
  language: string;
  tags: string;
  /** `2 links.` */
  links(count: number): string;
  /** `March 13, 2023` */
  day(day: Day): string;
  /** `first saved March 2`; `here` is the day on which that is said. */
  firstSaved(day: Day, here: Day): string;
}

/** One kind of file to be read. */
export interface Form {
  id: 'html' | 'markdown' | 'text';
  /** Key of the message that names it. */
  label: string;
  /** Without the dot. */
  extension: string;
  mime: string;
  /** The file in pieces, to become parts of a Blob. */
  write(publication: Publication, words: Words): AsyncGenerator<string>;
}
