import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { type Marking, markedParts } from '../../core/marked';

/** What is marked in the texts of the links below: what a search found. Nothing unless a view says so. */
export const Marks = createContext<Marking | undefined>(undefined);

/** A text with its marks. */
export function Marked({ text }: { text: string }) {
  return <>{withMarks(text, useContext(Marks))}</>;
}

export function withMarks(text: string, marking: Marking | undefined) {
  if (!marking) return text;
  return markedParts(text, marking).map((part, place) =>
    part.marked ? <mark key={place}>{part.text}</mark> : part.text,
  );
}
