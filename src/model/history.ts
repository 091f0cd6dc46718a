import type { ConvDocument } from "./document";

/** The committed document with what came before and after it; without a limit, as documents share their grids. */
export interface History {
  readonly present: ConvDocument;
  readonly past: Past | null;
  readonly future: Past | null;
}

/** A linked list, so that a commit costs the same however long the history is. */
interface Past {
  readonly document: ConvDocument;
  readonly next: Past | null;
}

export function start(document: ConvDocument): History {
  return { present: document, past: null, future: null };
}

/** Makes `document` the present one and forgets what was undone; the present document itself leaves no step. */
export function commit(history: History, document: ConvDocument): History {
  if (document === history.present) return history;
  return { present: document, past: { document: history.present, next: history.past }, future: null };
}

/** One step back; the same history when there is none. */
export function undo(history: History): History {
  const { present, past, future } = history;
  if (!past) return history;
  return { present: past.document, past: past.next, future: { document: present, next: future } };
}

/** One undone step forward again; the same history when there is none. */
export function redo(history: History): History {
  const { present, past, future } = history;
  if (!future) return history;
  return { present: future.document, past: { document: present, next: past }, future: future.next };
}

export function canUndo(history: History): boolean {
  return history.past !== null;
}

export function canRedo(history: History): boolean {
  return history.future !== null;
}
