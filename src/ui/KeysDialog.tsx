import type { MessageKey } from "../content/messages/en";
import { Dialog } from "./Dialog";
import { useText } from "./i18n";
import "./keysDialog.css";

interface Row {
  readonly keys: readonly string[];
  readonly does: MessageKey;
}

/** The key that commands begin with, as it is printed on the reader's keyboard. */
const COMMAND = /Mac|iPhone|iPad/.test(navigator.platform) ? "⌘" : "Ctrl+";

const PAGE: readonly Row[] = [
  { keys: ["Space"], does: "keys.play" },
  { keys: ["←", "→"], does: "keys.step" },
  { keys: ["Home", "End"], does: "keys.ends" },
  { keys: [`${COMMAND}Z`], does: "keys.undo" },
  { keys: [COMMAND === "⌘" ? "⇧⌘Z" : "Ctrl+Shift+Z"], does: "keys.redo" },
  { keys: ["?"], does: "keys.list" },
  { keys: ["Esc"], does: "keys.leave" },
];

const GRID: readonly Row[] = [
  { keys: ["←", "→", "↑", "↓"], does: "keys.move" },
  { keys: ["Home", "End"], does: "keys.rowEnds" },
  { keys: ["Page Up", "Page Down"], does: "keys.sheets" },
  { keys: ["Enter", "F2"], does: "keys.edit" },
  { keys: ["Enter"], does: "keys.commit" },
  { keys: ["Esc"], does: "keys.cancel" },
];

/** The list of keys. */
export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  const text = useText();
  return (
    <Dialog title={text("keys.title")} onClose={onClose}>
      <KeyTable caption={text("keys.page")} rows={PAGE} />
      <KeyTable caption={text("keys.grid")} rows={GRID} />
      <p className="keys-note">{text("keys.note")}</p>
    </Dialog>
  );
}

function KeyTable({ caption, rows }: { readonly caption: string; readonly rows: readonly Row[] }) {
  const text = useText();
  return (
    <table className="keys">
      <caption>{caption}</caption>
      <tbody>
        {rows.map(({ keys, does }) => (
          <tr key={does}>
            <th scope="row">
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </th>
            <td>{text(does)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
