import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from "react";
import { useShallow } from "zustand/react/shallow";
import { defaultDocument } from "../model/defaultDocument";
import { defaultStack } from "../model/defaultStack";
import { loadDocument } from "../model/loadDocument";
import { createStackStore, type StackState, type StackStore } from "../store/stackStore";
import { useAppStore } from "./StoreContext";

const StackContext = createContext<StackStore | null>(null);

/** Has the stack's maps at hand for as long as it is mounted. */
export function StackProvider({ children }: { readonly children: ReactNode }) {
  const app = useAppStore();
  const [store, setStore] = useState<StackStore | null>(null);
  useEffect(() => {
    // Who comes from the page as it opens has nothing of their own to stack: an example, as an edit like any.
    const { history, edit } = app.getState();
    if (history.present === defaultDocument) edit(loadDocument(defaultStack));
    const made = createStackStore(app);
    setStore(made);
    return made.destroy;
  }, [app]);
  return store && <StackContext value={store}>{children}</StackContext>;
}

/**
 * What Stack has derived from the document around.
 *
 * @throws Error outside a {@link StackProvider}
 */
export function useStackStore(): StackStore {
  const store = useContext(StackContext);
  if (!store) throw new Error("useStackStore needs a StackProvider around it");
  return store;
}

/** What `selector` picks; a new object or list with equal entries doesn't render again. */
export function useStack<T>(selector: (state: StackState) => T): T {
  const store = useStackStore();
  const pick = useShallow(selector);
  const snapshot = () => pick(store.getState());
  return useSyncExternalStore(store.subscribe, snapshot, snapshot);
}
