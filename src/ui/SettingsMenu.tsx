import { useRef, useState } from "react";
import type { OpenDialogs } from "./Header";
import { Icon } from "./Icon";
import { useText } from "./i18n";
import { lateComponent } from "./lateComponent";

const Settings = lateComponent(async () => (await import("./Settings")).Settings);

/** How the page looks, speaks and listens to keys; on a phone also what the header has no room for. */
export function SettingsMenu(opens: OpenDialogs) {
  const text = useText();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <>
      <button
        ref={button}
        type="button"
        className="button button-icon"
        aria-label={text("header.settings")}
        title={text("header.settings")}
        aria-expanded={open}
        onPointerEnter={Settings.prepare}
        onFocus={Settings.prepare}
        onClick={() => setOpen(!open)}
      >
        <Icon name="settings" />
      </button>
      {open && (
        <Settings
          anchor={button}
          onClose={(reason) => {
            setOpen(false);
            if (reason === "escape") button.current?.focus();
          }}
          {...opens}
        />
      )}
    </>
  );
}
