import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from "react";
import { useShallow } from "zustand/react/shallow";
import { learnPresetDocument } from "../content/learnPresets";
import { defaultDocument } from "../model/defaultDocument";
import { loadDocument } from "../model/loadDocument";
import type { AppStore } from "../store/appStore";
import { createLearnStore, type LearnState, type LearnStore } from "../store/learnStore";
import { useAppStore } from "./StoreContext";

const LearnContext = createContext<LearnStore | null>(null);

/** Trains for as long as it is mounted. */
export function LearnProvider({ children }: { readonly children: ReactNode }) {
  const app = useAppStore();
  const [store, setStore] = useState<LearnStore | null>(null);
  useEffect(() => {
    openRecipe(app);
    const made = createLearnStore(app);
    setStore(made);
    return made.destroy;
  }, [app]);
  return store && <LearnContext value={store}>{children}</LearnContext>;
}

/**
 * Who comes from the page as it opens has nothing of their own to learn from: they get the notes' recipe, an edit like
 * any. A link that says the same numbers is not the page as it opens.
 */
function openRecipe(app: AppStore): void {
  const { history, edit } = app.getState();
  if (history.present === defaultDocument) edit(loadDocument(learnPresetDocument("notes")));
}

/**
 * What Learn has derived from the document around.
 *
 * @throws Error outside a {@link LearnProvider}
 */
export function useLearnStore(): LearnStore {
  const store = useContext(LearnContext);
  if (!store) throw new Error("useLearnStore needs a LearnProvider around it");
  return store;
}

/** What `selector` picks; a new object or list with equal entries doesn't render again. */
export function useLearn<T>(selector: (state: LearnState) => T): T {
  const store = useLearnStore();
  const pick = useShallow(selector);
  const snapshot = () => pick(store.getState());
  return useSyncExternalStore(store.subscribe, snapshot, snapshot);
}
