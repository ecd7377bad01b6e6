import { useRef } from 'preact/hooks';
import { sameValue } from '../../core/same-value';

/** The value that was there first, for as long as what comes says the same: what was drawn of it need not be drawn again. */
export function useSame<Value>(value: Value): Value {
  const kept = useRef(value);
  if (!sameValue(kept.current, value)) kept.current = value;
  return kept.current;
}
