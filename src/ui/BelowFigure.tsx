import { lateComponent } from "./lateComponent";
import { addTexts, loadLateTexts } from "./lateTexts";
import { useApp } from "./StoreContext";

const LatePanel = lateComponent(async () => {
  const [{ BelowPanel }, { belowEn }] = await Promise.all([
    import("./BelowPanel"),
    import("../content/messages/below.en"),
    loadLateTexts(),
  ]);
  addTexts(belowEn);
  return BelowPanel;
});

function Below() {
  const below = useApp((state) => state.below);
  return below !== "none" && <LatePanel below={below} />;
}

/** What the reader chose to see under the figure; its code comes when it is asked for. */
export const BelowFigure = Object.assign(Below, { prepare: LatePanel.prepare });
