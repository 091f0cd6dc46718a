import { presetDocument, presets } from "../content/presets";
import { Icon } from "./Icon";
import { useNoticeText, useText } from "./i18n";
import { Menu } from "./Menu";
import { useApp, useAppStore } from "./StoreContext";

/** Examples, each with what it is good for; opening one is an edit like any other and can be undone. */
export function PresetMenu() {
  const text = useText();
  const say = useNoticeText();
  const store = useAppStore();
  // An example would change what the link holds fast.
  const locked = useApp((state) => state.locked.length > 0);
  return (
    <Menu
      label={text("header.examples")}
      className="button header-presets"
      disabled={locked}
      title={text(locked ? "locked.reason" : "header.examples")}
      items={presets.map(({ name, group, titleKey, whyKey }) => ({
        id: name,
        label: say({ key: titleKey, values: {} }),
        description: say({ key: whyKey, values: {} }),
        group: text(`presets.${group}`),
      }))}
      onSelect={(name) => {
        const document = presetDocument(name);
        if (document) store.getState().load(document, 0);
      }}
    >
      <span className="header-icon">
        <Icon name="examples" />
      </span>
      <span className="header-word">{text("header.examples")}</span>
    </Menu>
  );
}
