import { Icon } from "./Icon";
import { useText } from "./i18n";
import { lateComponent } from "./lateComponent";
import { Menu } from "./Menu";
import { useApp } from "./StoreContext";

const PresetList = lateComponent(async () => (await import("./PresetList")).PresetList);

/** Examples, each with what it is good for; opening one is an edit like any other and can be undone. */
export function PresetMenu() {
  const text = useText();
  // An example would change what the link holds fast.
  const locked = useApp((state) => state.locked.length > 0);
  return (
    <Menu
      label={text("header.examples")}
      className="button header-presets"
      disabled={locked}
      title={text(locked ? "locked.reason" : "header.examples")}
      list={(menu) => <PresetList {...menu} />}
      onApproach={PresetList.prepare}
    >
      <span className="header-icon">
        <Icon name="examples" />
      </span>
      <span className="header-word">{text("header.examples")}</span>
    </Menu>
  );
}
