import type { StateCreator } from "zustand";
import type { ConvDocument } from "../model/document";
import type { Command } from "../model/gridCommands";
import { commit, type History, redo, start, undo } from "../model/history";
import { obstaclesOf, type Problem, workIn } from "../model/problems";
import type { AppState } from "./appStore";
import { lastPosition } from "./timeline";

export interface DocumentSlice {
  readonly history: History;
  /** Uncommitted work of a drag in progress; shown instead of the committed document. */
  readonly draft: ConvDocument | null;
  /** Multiply-adds that the user has agreed to; above, and above what goes without asking, they are asked again. */
  readonly agreedWork: number;
  /** A document from outside that needs more work than that: what was there stays until they agree. */
  readonly waiting: Waiting | null;
  /** Commits the command's result, or changes nothing and returns why; work that has to be agreed to is a reason. */
  readonly edit: (command: Command) => readonly Problem[];
  /** Shows the command's result outside the history, on top of the draft or of `base`; returns why not. */
  readonly preview: (command: Command, base?: ConvDocument) => readonly Problem[];
  readonly commitPreview: () => void;
  readonly dropPreview: () => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly agree: (work: number) => void;
  /** Agrees to the work of the document that waits, and shows it. */
  readonly goOn: () => void;
  /** A document from outside (link, saved work, preset): playback starts at `position`; a notice asks where it is much work. */
  readonly load: (document: ConvDocument, position: number) => void;
}

interface Waiting {
  readonly document: ConvDocument;
  readonly position: number;
  readonly work: number;
}

/** The key of the notice that a document waits. */
export const WORK_NOTICE = "notice.work";

/** The document on screen. */
export function documentOf(state: Pick<DocumentSlice, "draft" | "history">): ConvDocument {
  return state.draft ?? state.history.present;
}

type Show = Partial<Pick<DocumentSlice, "history" | "draft">>;

/** An edit keeps the position, as far as there still are that many steps. */
function shown(state: AppState, change: Show): Partial<AppState> {
  const next = { ...state, ...change };
  const last = lastPosition(documentOf(next), next);
  const isSame = documentOf(next) === documentOf(state);
  return {
    ...change,
    position: Math.min(state.position, last),
    hover: null,
    pinned: null,
    // Another document has other outputs to predict.
    ...(state.revealed && !isSame && { revealed: [], guesses: {} }),
  };
}

export function createDocumentSlice(document: ConvDocument): StateCreator<AppState, [], [], DocumentSlice> {
  return (set, get) => ({
    history: start(document),
    draft: null,
    agreedWork: 0,
    waiting: null,
    edit: (command) => {
      const { history, agreedWork } = get();
      const next = command(history.present);
      const errors = next === history.present ? [] : obstaclesOf(next, agreedWork);
      if (errors.length === 0) set((state) => shown(state, { history: commit(history, next), draft: null }));
      return errors;
    },
    preview: (command, base = documentOf(get())) => {
      const next = command(base);
      const errors = next === base ? [] : obstaclesOf(next, get().agreedWork);
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
    agree: (work) => set(({ agreedWork }) => ({ agreedWork: Math.max(agreedWork, work) })),
    goOn: () => {
      const { waiting, agree, load } = get();
      if (!waiting) return;
      agree(waiting.work);
      load(waiting.document, waiting.position);
    },
    load: (next, position) => {
      const work = Math.max(0, ...obstaclesOf(next, get().agreedWork).map(workIn));
      const waiting = work > 0 ? { document: next, position, work } : null;
      set(({ notices }) => ({
        waiting,
        notices: [
          ...notices.filter(({ key }) => key !== WORK_NOTICE),
          ...(waiting ? [{ key: WORK_NOTICE, values: { work } }] : []),
        ],
      }));
      if (waiting) return;
      set((state) => ({
        ...shown(
          { ...state, position, trainedTo: null },
          { history: commit(state.history, next), draft: null },
        ),
        trainedTo: null,
        playing: false,
        showAll: false,
      }));
    },
  });
}
