import { cleanup, render } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach } from "vitest";
import { axesEn } from "../../src/content/messages/axes.en";
import { learnEn } from "../../src/content/messages/learn.en";
import { shapesEn } from "../../src/content/messages/shapes.en";
import { defaultDocument } from "../../src/model/defaultDocument";
import type { SavedWork as Work } from "../../src/model/savedWork";
import { type AppState, type AppStore, createAppStore } from "../../src/store/appStore";
import { Announcer } from "../../src/ui/Announcer";
import { TextProvider } from "../../src/ui/i18n";
import { addTexts, loadLateTexts } from "../../src/ui/lateTexts";
import { SavedWork } from "../../src/ui/SavedWork";
import { StoreProvider } from "../../src/ui/StoreContext";

// Texts that are fetched late on the page are there at once, as they are for who has touched it.
await loadLateTexts();
addTexts(learnEn);
addTexts(shapesEn);
addTexts(axesEn);

afterEach(cleanup);

/** Renders a part of the page with everything that it expects around it. */
export function renderInApp(
  part: ReactNode,
  change: Partial<AppState> = {},
  work: Work | null = null,
): AppStore {
  const store = createAppStore(defaultDocument);
  store.setState(change);
  render(
    <StoreProvider store={store}>
      <TextProvider>
        <SavedWork work={work}>
          <Announcer>{part}</Announcer>
        </SavedWork>
      </TextProvider>
    </StoreProvider>,
  );
  return store;
}
