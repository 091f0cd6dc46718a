import { useId } from "react";
import "./panels.css";

export interface Segment<Value extends string> {
  readonly value: Value;
  readonly label: string;
}

export interface SegmentedControlProps<Value extends string> {
  readonly name: string;
  readonly segments: readonly Segment<Value>[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly disabled?: boolean;
  /** Called when another may be chosen soon. */
  readonly onApproach?: () => void;
}

/** One of a few words, all of them in view: a radio group. */
export function SegmentedControl<Value extends string>(props: SegmentedControlProps<Value>) {
  const { name, segments, value, onChange, disabled = false, onApproach } = props;
  const group = useId();
  return (
    <div
      className="segments"
      role="radiogroup"
      aria-label={name}
      onPointerEnter={onApproach}
      onFocus={onApproach}
    >
      {segments.map((segment) => (
        <label key={segment.value} className="segment">
          <input
            type="radio"
            className="segment-radio"
            name={group}
            value={segment.value}
            checked={segment.value === value}
            disabled={disabled}
            onChange={() => onChange(segment.value)}
          />
          <span className="segment-label">{segment.label}</span>
        </label>
      ))}
    </div>
  );
}
