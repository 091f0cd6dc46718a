import { Icon } from "./Icon";
import { useText } from "./i18n";

/** Opens what puts the figure into other pages. */
export function EmbedButton({ onOpen }: { readonly onOpen: () => void }) {
  const text = useText();
  return (
    <button
      type="button"
      className="button header-wide"
      aria-label={text("header.embed")}
      title={text("header.embed")}
      aria-haspopup="dialog"
      onClick={onOpen}
    >
      <Icon name="embed" />
      <span className="header-word">{text("header.embed")}</span>
    </button>
  );
}
