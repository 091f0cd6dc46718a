import { createContext, type ReactNode, useContext, useSyncExternalStore } from "react";
import { useShallow } from "zustand/react/shallow";
import type { AppState, AppStore } from "../store/appStore";

const StoreContext = createContext<AppStore | null>(null);

export interface StoreProviderProps {
  readonly store: AppStore;
  readonly children: ReactNode;
}

export function StoreProvider({ store, children }: StoreProviderProps) {
  return <StoreContext value={store}>{children}</StoreContext>;
}

/**
 * The store of the figure around, for actions and subscriptions.
 *
 * @throws Error outside a {@link StoreProvider}
 */
export function useAppStore(): AppStore {
  const store = useContext(StoreContext);
  if (!store) throw new Error("useAppStore needs a StoreProvider around it");
  return store;
}

/** What `selector` picks from the state; a new object or list with equal entries doesn't render again. */
export function useApp<T>(selector: (state: AppState) => T): T {
  const store = useAppStore();
  const pick = useShallow(selector);
  const snapshot = () => pick(store.getState());
  // The server draws the state that the store is in, not the one that it was made with.
  return useSyncExternalStore(store.subscribe, snapshot, snapshot);
}
