import { Icon } from "./Icon";
import { useText } from "./i18n";

/** Opens the list of keys. */
export function KeysButton({ onOpen }: { readonly onOpen: () => void }) {
  const text = useText();
  return (
    <button
      type="button"
      className="button button-icon header-roomy"
      aria-label={text("header.keys")}
      title={text("header.keys")}
      aria-haspopup="dialog"
      onClick={onOpen}
    >
      <Icon name="keys" />
    </button>
  );
}
