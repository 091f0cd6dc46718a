import type { StateCreator } from "zustand";
import type { ConvDocument } from "../model/document";
import type { Command } from "../model/gridCommands";
import { commit, type History, redo, start, undo } from "../model/history";
import { errorsOf, type Problem } from "../model/problems";
import type { AppState } from "./appStore";
import { lastPosition } from "./timeline";

export interface DocumentSlice {
  readonly history: History;
  /** Uncommitted work of a drag in progress; shown instead of the committed document. */
  readonly draft: ConvDocument | null;
  /** Commits the command's result, or changes nothing and returns why. */
  readonly edit: (command: Command) => readonly Problem[];
  /** Shows the command's result outside the history, on top of the draft or of `base`; returns why not. */
  readonly preview: (command: Command, base?: ConvDocument) => readonly Problem[];
  readonly commitPreview: () => void;
  readonly dropPreview: () => void;
  readonly undo: () => void;
  readonly redo: () => void;
  /** A document from outside (link, saved work, preset): playback starts at `position`. */
  readonly load: (document: ConvDocument, position: number) => void;
}

/** The document on screen. */
export function documentOf(state: Pick<DocumentSlice, "draft" | "history">): ConvDocument {
  return state.draft ?? state.history.present;
}

type Show = Partial<Pick<DocumentSlice, "history" | "draft">>;

/** An edit keeps the position, as far as there still are that many steps. */
function shown(state: AppState, change: Show): Partial<AppState> {
  const next = { ...state, ...change };
  const last = lastPosition(documentOf(next), next);
  return { ...change, position: Math.min(state.position, last), hover: null, pinned: null };
}

export function createDocumentSlice(document: ConvDocument): StateCreator<AppState, [], [], DocumentSlice> {
  return (set, get) => ({
    history: start(document),
    draft: null,
    edit: (command) => {
      const { history } = get();
      const next = command(history.present);
      const errors = next === history.present ? [] : errorsOf(next);
      if (errors.length === 0) set((state) => shown(state, { history: commit(history, next), draft: null }));
      return errors;
    },
    preview: (command, base = documentOf(get())) => {
      const next = command(base);
      const errors = next === base ? [] : errorsOf(next);
      if (errors.length === 0) set((state) => shown(state, { draft: next }));
      return errors;
    },
    commitPreview: () =>
      set((state) =>
        state.draft ? shown(state, { history: commit(state.history, state.draft), draft: null }) : state,
      ),
    dropPreview: () => set((state) => (state.draft ? shown(state, { draft: null }) : state)),
    undo: () => set((state) => shown(state, { history: undo(state.history), draft: null })),
    redo: () => set((state) => shown(state, { history: redo(state.history), draft: null })),
    load: (next, position) =>
      set((state) => ({
        ...shown(
          { ...state, position, trainedTo: null },
          { history: commit(state.history, next), draft: null },
        ),
        trainedTo: null,
        playing: false,
        showAll: false,
      })),
  });
}
