import type { Change, DocumentKey } from "./addressDocument";
import { trainingKeys } from "./addressTraining";
import type { ConvDocument } from "./document";
import { errorsOf, type Problem } from "./problems";

/** A key that had to give way so that the document is one. */
export interface GivenUp {
  readonly key: DocumentKey;
  readonly problem: Problem;
}

/** Settles what the keys in use leave open. */
type Finish = (changed: ConvDocument, kept: ReadonlySet<DocumentKey>) => ConvDocument;

/** Which keys a problem's field comes from; the first that was given is the first to give way. */
const KEYS_OF: Readonly<Partial<Record<Problem["field"], readonly DocumentKey[]>>> = {
  input: ["input"],
  inputSize: ["input"],
  kernel: ["kernel", "kernels"],
  kernelSize: ["kernel", "kernel-size", "layers"],
  weight: ["in-channels", "kernel", "kernel-size", "layers"],
  inChannels: ["in-channels", "input"],
  outChannels: ["out-channels", "kernel", "groups", "layers"],
  groups: ["groups", "layers"],
  outputPadding: ["output-padding"],
  stride: ["stride", "layers"],
  padding: ["padding", "padding-mode", "layers"],
  dilation: ["dilation", "layers"],
  bias: ["bias"],
  op: ["op"],
  paddingMode: ["padding-mode"],
  activation: ["activation"],
};

const ORDER: readonly DocumentKey[] = [
  "kernel",
  "kernel-size",
  "in-channels",
  "out-channels",
  "groups",
  "output-padding",
  "dilation",
  "padding-mode",
  "padding",
  "stride",
  "bias",
  "input",
  "op",
  "layers",
  "kernels",
  "activation",
  "start",
  "learn-size",
  ...trainingKeys,
];

/**
 * Applies what an address says to a valid document. Where the values do not go together, one key after the other falls
 * back to the document's own value, until they do.
 *
 * @param finish settles what the keys in use leave open
 */
export function resolveConflicts(
  base: ConvDocument,
  changes: ReadonlyMap<DocumentKey, Change>,
  finish: Finish,
): { readonly document: ConvDocument; readonly givenUp: readonly GivenUp[] } {
  const kept = new Map(changes);
  const givenUp: GivenUp[] = [];
  for (;;) {
    const document = applied(base, kept, finish);
    const [problem] = errorsOf(document);
    if (!problem) return { document, givenUp };
    const key = culprit(base, kept, problem, finish);
    if (key === undefined) return { document: base, givenUp };
    kept.delete(key);
    givenUp.push({ key, problem });
  }
}

/** The first key without which this problem is gone, those of its field first; else the first that may have to do with it. */
function culprit(
  base: ConvDocument,
  kept: ReadonlyMap<DocumentKey, Change>,
  { code, field }: Problem,
  finish: Finish,
): DocumentKey | undefined {
  const suspects = [...new Set([...(KEYS_OF[field] ?? []), ...ORDER])].filter((key) => kept.has(key));
  const freed = suspects.find((suspect) => {
    const others = new Map([...kept].filter(([key]) => key !== suspect));
    return errorsOf(applied(base, others, finish)).every((problem) => problem.code !== code);
  });
  return freed ?? suspects[0];
}

function applied(
  base: ConvDocument,
  changes: ReadonlyMap<DocumentKey, Change>,
  finish: Finish,
): ConvDocument {
  const changed = [...changes.values()].reduce((document, change) => change(document), base);
  return changes.size === 0 ? base : finish(changed, new Set(changes.keys()));
}
