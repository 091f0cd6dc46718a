import { Icon } from "./Icon";
import { useText } from "./i18n";
import { useAppStore } from "./StoreContext";

/** Full screen, large digits, the transport alone. */
export function PresentButton() {
  const text = useText();
  const store = useAppStore();
  return (
    <button
      type="button"
      className="button header-roomy"
      aria-label={text("header.present")}
      title={text("header.present")}
      onClick={() => store.getState().setView({ presenting: true })}
    >
      <Icon name="present" />
      <span className="header-word">{text("header.present")}</span>
    </button>
  );
}
