import type { StateCreator } from "zustand";
import type { Notice } from "../model/notice";
import type { AppState } from "./appStore";

export interface NoticeSlice {
  readonly notices: readonly Notice[];
  /** Pairs of the address that this release doesn't know: kept, and written back. */
  readonly unknown: readonly (readonly [string, string])[];
  /** The link in the address bar could not be read here; it stays until the document is changed. */
  readonly keepLink: boolean;
  readonly notify: (...notices: readonly Notice[]) => void;
  readonly dismiss: (notice: Notice) => void;
  readonly keepUnknown: (unknown: readonly (readonly [string, string])[]) => void;
}

function sameNotice(a: Notice, b: Notice): boolean {
  return a.key === b.key && JSON.stringify(a.values) === JSON.stringify(b.values);
}

export const createNoticeSlice: StateCreator<AppState, [], [], NoticeSlice> = (set) => ({
  notices: [],
  unknown: [],
  keepLink: false,
  notify: (...notices) =>
    set((state) => ({
      notices: [
        ...state.notices.filter((old) => !notices.some((added) => sameNotice(old, added))),
        ...notices,
      ],
    })),
  dismiss: (notice) => set((state) => ({ notices: state.notices.filter((other) => other !== notice) })),
  keepUnknown: (unknown) => set({ unknown }),
});
