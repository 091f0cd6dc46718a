import { useId } from "react";
import { Icon } from "./Icon";
import { useText } from "./i18n";
import { lateComponent } from "./lateComponent";
import { useApp, useAppStore } from "./StoreContext";
import { saveChoices } from "./savedChoices";

const CodePanel = lateComponent(async () => (await import("./CodePanel")).CodePanel);

/** The code behind a button that opens it; whether it is open is remembered. */
export function CodeSection() {
  const t = useText();
  const store = useAppStore();
  const open = useApp((state) => state.codeOpen);
  const heading = useId();
  const body = useId();
  const toggle = () => {
    store.getState().setView({ codeOpen: !open });
    saveChoices({ codeOpen: !open });
  };
  return (
    <section className="panel-section panel-code" data-open={open || undefined} aria-labelledby={heading}>
      <h2 className="panel-heading" id={heading}>
        <button
          type="button"
          className="disclosure"
          aria-expanded={open}
          aria-controls={open ? body : undefined}
          onPointerEnter={CodePanel.prepare}
          onFocus={CodePanel.prepare}
          onClick={toggle}
        >
          {t("code.title")}
          <Icon name="down" />
        </button>
      </h2>
      {open && (
        <div className="code-body" id={body}>
          <CodePanel />
        </div>
      )}
    </section>
  );
}
