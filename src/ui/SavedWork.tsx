import { createContext, type ReactNode, useContext, useEffect } from "react";
import type { SavedWork as Work } from "../model/savedWork";
import { followLate } from "./followLate";
import { useAppStore } from "./StoreContext";

/** A place for work, or the way to it where nothing has been saved yet. */
export type WorkPlace = Work | (() => Promise<Work>);

/** Null where nothing is saved. */
export const WorkContext = createContext<WorkPlace | null>(null);

export interface SavedWorkProps {
  /** Null where nothing is to be saved. */
  readonly work: WorkPlace | null;
  readonly children: ReactNode;
}

/** Keeps document and position where a reload finds them. */
export function SavedWork({ work, children }: SavedWorkProps) {
  const store = useAppStore();
  useEffect(() => {
    if (!work) return;
    return followLate(store, {
      load: async () => {
        const [{ keepSaving }, place] = await Promise.all([
          import("./keepSaving"),
          typeof work === "function" ? work() : work,
        ]);
        return keepSaving(place);
      },
      atOnce: typeof work !== "function",
      event: "storage",
    });
  }, [store, work]);
  return <WorkContext value={work}>{children}</WorkContext>;
}

/** Gives saved work that could not be read, as it was, or null when there is none; null itself where nothing is saved. */
export function useRawCopy(): (() => string | null) | null {
  const work = useContext(WorkContext);
  return work && (() => (typeof work === "function" ? null : work.rawCopy()));
}
