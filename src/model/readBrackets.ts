import type { TextRows } from "./textRows";

/** `x=np.array(`, `tensor(`, or nothing; spaces are taken out before, so that no text is slow to judge. */
const OPENING = /^(?:[\w.]+=)?(?:[\w.]+\()?$/;
/** `,dtype=torch.float64,grad_fn=<…>)`, `;`, or nothing. */
const CLOSING = /^(?:,\w+=[^[\]]*)?,?\)?;?$/;
/** A bracket, a number or word, or the comma before an empty place. */
const TOKEN = /[[\]]|[^[\],\s]+|,(?=\s*,)/g;
/** `np.float64(1.5)`, as NumPy 2 prints the numbers of a list. */
const SCALAR = /^[\w.]+\(([^()]*)\)$/;

/** No library prints more axes than this for one grid: batch, channels and three more. */
const MAX_DEPTH = 5;

interface List {
  readonly depth: number;
  readonly cells: string[];
}

/**
 * A nested list with commas or spaces between its numbers. Axes of length 1 around the two last are left out, so that a
 * batch of one image with one channel is a grid; a plain list is one row.
 */
export function readBrackets(text: string, limit: number): TextRows {
  const first = text.indexOf("[");
  const last = text.lastIndexOf("]");
  const before = text.slice(0, first).replace(/\s+/g, "");
  const after = text.slice(last + 1).replace(/\s+/g, "");
  if (last < first || !OPENING.test(before) || !CLOSING.test(after)) return refuse("paste-brackets");
  const lists: List[] = [];
  const open: List[] = [];
  let count = 0;
  for (const [token] of text.slice(first, last + 1).matchAll(TOKEN)) {
    if (token === "[") {
      const list = { depth: open.length + 1, cells: [] };
      if (list.depth > MAX_DEPTH) return refuse("paste-axes", { axes: list.depth });
      lists.push(list);
      open.push(list);
    } else if (token === "]") {
      if (!open.pop()) return refuse("paste-brackets");
    } else {
      if (++count > limit) return refuse("paste-too-many", { max: limit });
      open.at(-1)?.cells.push(token === "," ? "" : token.replace(SCALAR, "$1"));
    }
  }
  return open.length === 0 ? rowsOf(lists) : refuse("paste-brackets");
}

/** The innermost lists are the rows; only the axis next to them may be longer than 1. */
function rowsOf(lists: readonly List[]): TextRows {
  const axes = lists.reduce((most, { depth }) => Math.max(most, depth), 0);
  const rows = lists.filter(({ depth }) => depth === axes);
  const around = lists.filter(({ depth }) => depth < axes);
  const arrays = lists.filter(({ depth }) => depth === 1);
  if (arrays.length > 1 || around.some(({ cells }) => cells.length > 0)) return refuse("paste-brackets");
  // The axis next to the rows has one list for each outer one: more than one such list is a third axis.
  if (around.length > axes - 1) return refuse("paste-axes", { axes });
  return { texts: rows.map(({ cells }) => cells) };
}

function refuse(code: string, values: Readonly<Record<string, string | number>> = {}): TextRows {
  return { problem: { code, values } };
}
