import { useState } from "react";

interface PixelFieldProps {
  readonly name: string;
  readonly value: number | null;
  /** What an empty field says; without it, empty is no value. */
  readonly empty?: string;
  readonly range: readonly [min: number, max: number];
  readonly onChange: (value: number | null) => void;
}

/** A length in whole pixels; what lies outside its range is moved in when the field is left. */
export function PixelField({ name, value, empty, range: [min, max], onChange }: PixelFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const shown = value === null ? "" : String(value);
  return (
    <label className="setting">
      {name}
      <span className="embed-pixels">
        <input
          className="embed-field"
          type="text"
          inputMode="numeric"
          autoComplete="off"
          placeholder={empty}
          value={typed ?? shown}
          onChange={(event) => {
            const text = event.currentTarget.value.replace(/\D/g, "").slice(0, 4);
            setTyped(text);
            const number = Number(text);
            if (text === "") {
              if (empty !== undefined) onChange(null);
            } else if (number >= min && number <= max) onChange(number);
          }}
          onBlur={() => {
            if (typed) onChange(Math.min(max, Math.max(min, Number(typed))));
            setTyped(null);
          }}
        />
        px
      </span>
    </label>
  );
}
