import { SegmentedControl, type SegmentedControlProps } from "./SegmentedControl";

/** One of a few words over the figure: all in view where there is room, in a menu of its own where there isn't. */
export function ToolChoice<Value extends string>(props: SegmentedControlProps<Value>) {
  const { name, segments, value, onChange, onApproach } = props;
  return (
    <>
      <SegmentedControl {...props} />
      <select
        className="choice tool-select"
        aria-label={name}
        value={value}
        onPointerEnter={onApproach}
        onFocus={onApproach}
        onChange={({ currentTarget }) => {
          const chosen = segments.find((segment) => segment.value === currentTarget.value);
          if (chosen) onChange(chosen.value);
        }}
      >
        {segments.map((segment) => (
          <option key={segment.value} value={segment.value}>
            {segment.label}
          </option>
        ))}
      </select>
    </>
  );
}
