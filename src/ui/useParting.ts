import { useApp, useAppStore } from "./StoreContext";

interface Parting {
  /** Whether the user set the parameter's numbers apart. */
  readonly parted: boolean;
  readonly part: () => void;
  readonly join: () => void;
}

/** Whether a parameter's axes or edges have fields of their own although their numbers may be equal. */
export function useParting(name: string): Parting {
  const store = useAppStore();
  const parted = useApp((state) => state.unlinked.includes(name));
  const set = (wanted: boolean) => {
    const { unlinked, setView } = store.getState();
    const others = unlinked.filter((other) => other !== name);
    if (unlinked.includes(name) !== wanted) setView({ unlinked: wanted ? [...others, name] : others });
  };
  return { parted, part: () => set(true), join: () => set(false) };
}
