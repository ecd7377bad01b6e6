interface LineProps {
  id: string;
  label: string;
  type?: 'text' | 'url';
  value: string;
  input?: preact.Ref<HTMLInputElement>;
  onInput(text: string): void;
}

/** A field of one line, with its label. */
export function Line({ id, label, type = 'text', value, input, onInput }: LineProps) {
  return (
    <>
      <label for={id}>{label}</label>
      <input
        id={id}
        ref={input ?? null}
        type="text"
        inputMode={type}
        dir={type === 'url' ? 'ltr' : 'auto'}
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </>
  );
}
