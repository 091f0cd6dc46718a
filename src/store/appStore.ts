import { subscribeWithSelector } from "zustand/middleware";
import { createStore } from "zustand/vanilla";
import type { ConvDocument } from "../model/document";
import { createDocumentSlice, type DocumentSlice } from "./documentSlice";
import { createNoticeSlice, type NoticeSlice } from "./noticeSlice";
import { createPlaybackSlice, type PlaybackSlice } from "./playbackSlice";
import { createViewSlice, type ViewSlice } from "./viewSlice";

export type AppState = DocumentSlice & PlaybackSlice & ViewSlice & NoticeSlice;

export type AppStore = ReturnType<typeof createAppStore>;

/** One figure's state: the document's history, time, how it is shown, and what there is to tell. */
export function createAppStore(document: ConvDocument) {
  return createStore<AppState>()(
    subscribeWithSelector((set, get, store) => ({
      ...createDocumentSlice(document)(set, get, store),
      ...createPlaybackSlice(set, get, store),
      ...createViewSlice(set, get, store),
      ...createNoticeSlice(set, get, store),
    })),
  );
}
