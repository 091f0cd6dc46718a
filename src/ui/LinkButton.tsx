import { Icon } from "./Icon";
import { useText } from "./i18n";

interface LinkButtonProps {
  /** What is linked, as the panel calls it. */
  readonly name: string;
  /** How many axes it joins. */
  readonly axes: number;
  readonly linked: boolean;
  readonly onToggle: () => void;
  readonly locked: boolean;
}

/** Holds the axes of a parameter together, or lets them go. */
export function LinkButton({ name, axes, linked, onToggle, locked }: LinkButtonProps) {
  const t = useText();
  const label = t(axes > 2 ? "field.linkAll" : "field.link", { name });
  return (
    <button
      type="button"
      className="mini-button row-link"
      aria-pressed={linked}
      aria-label={label}
      title={label}
      disabled={locked}
      onClick={onToggle}
    >
      <Icon name={linked ? "link" : "unlink"} />
    </button>
  );
}
