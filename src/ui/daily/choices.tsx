interface ChoicesProps<T> {
  name: string;
  legend: string;
  chosen: T;
  choices: { value: T & object; label: string }[];
  onChoose(value: T & object): void;
}

/** One of several, all in sight. */
export function Choices<T>({ name, legend, chosen, choices, onChoose }: ChoicesProps<T>) {
  return (
    <fieldset>
      <legend>{legend}</legend>
      {choices.map(({ value, label }) => (
        <label key={label}>
          <input type="radio" name={name} checked={value === chosen} onChange={() => onChoose(value)} /> {label}
        </label>
      ))}
    </fieldset>
  );
}
