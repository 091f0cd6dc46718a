interface CheckListProps<Value extends string> {
  readonly name: string;
  readonly items: readonly { readonly value: Value; readonly label: string }[];
  readonly checked: readonly Value[];
  readonly onChange: (checked: readonly Value[]) => void;
}

/** Any of a few words, side by side. */
export function CheckList<Value extends string>({ name, items, checked, onChange }: CheckListProps<Value>) {
  return (
    <fieldset className="check-list">
      <legend>{name}</legend>
      {items.map(({ value, label }) => (
        <label key={value}>
          <input
            type="checkbox"
            checked={checked.includes(value)}
            onChange={(event) =>
              onChange(
                event.currentTarget.checked
                  ? [...checked, value]
                  : checked.filter((other) => other !== value),
              )
            }
          />
          {label}
        </label>
      ))}
    </fieldset>
  );
}
