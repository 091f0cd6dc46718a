import { type AxisNames, axisNamesOf, tupleOf } from "./axisNames";
import { type CodeLine, codeLine } from "./codeLine";
import type { LayerFacts } from "./layerFacts";

/** Characters that a line may have. */
const WIDTH = 88;

/**
 * The function `corr1d`, `corr2d` or `corr3d` with a loop for each axis, over one channel. Stride and dilation are arguments only
 * where the layer uses them. Every phase of a step has a line of its own.
 */
export function corrLines(facts: LayerFacts): readonly CodeLine[] {
  const { dims, strided, dilated } = facts;
  const axes = axisNamesOf(dims);
  const places = axes.map(({ stride }, axis) => {
    const room = `X.shape[${axis}] - ${spanName(facts, axes, axis)}`;
    return strided ? `(${room}) // ${stride} + 1` : `${room} + 1`;
  });
  return [
    codeLine(`def corr${dims}d(X, W${strided ? ", stride" : ""}${dilated ? ", dilation" : ""}):`),
    ...sizeLines(facts),
    ...axes.map(({ count }, axis) => codeLine(`    ${count} = ${places[axis]}`)),
    ...loops(facts, [
      ...windowLines(facts),
      codeLine("products = window * W", "product"),
      codeLine("total = products.sum()", "sum"),
      codeLine(`Y[${axes.map(({ index }) => index).join(", ")}] = total`, "assign"),
    ]),
    codeLine("    return Y"),
  ];
}

/** The function `stamp1d`, `stamp2d` or `stamp3d`: each number of one channel stamps its multiple of the kernel. */
export function stampLines(facts: LayerFacts): readonly CodeLine[] {
  const { dims, strided, dilated } = facts;
  const axes = axisNamesOf(dims);
  const sizes = axes.map(({ stride }, axis) => {
    const steps = `X.shape[${axis}] - 1`;
    return `${strided ? `(${steps}) * ${stride}` : steps} + ${spanName(facts, axes, axis)}`;
  });
  const places = axes.map(({ index }) => index).join(", ");
  return [
    codeLine(`def stamp${dims}d(X, W${strided ? ", stride" : ""}${dilated ? ", dilation" : ""}):`),
    ...sizeLines(facts),
    ...axes.map(({ count }, axis) => codeLine(`    ${count} = ${sizes[axis]}`)),
    codeLine(`    Y = torch.zeros(${axes.map(({ count }) => count).join(", ")})`),
    ...axes.map(({ index }, axis) => codeLine(`${tabs(axis + 1)}for ${index} in range(X.shape[${axis}]):`)),
    ...indented(dims + 1, [
      ...firstLines(facts),
      codeLine(`stamp = X[${places}] * W`, "product"),
      ...sliced("Y", " += stamp", facts, ["window", "sum", "assign"]),
    ]),
    codeLine("    return Y"),
  ];
}

/** The function `pool1d`, `pool2d` or `pool3d` over one channel; a window that hangs over takes what is there. */
export function poolLines(facts: LayerFacts, result: string): readonly CodeLine[] {
  const { dims, strided, dilated } = facts;
  const axes = axisNamesOf(dims);
  const extra = `${strided ? ", stride" : ""}${dilated ? ", dilation" : ""}`;
  return [
    codeLine(`def pool${dims}d(X, size, shape${extra}):`),
    ...sizeLines(facts, "size"),
    codeLine(`    ${tupleOf(axes.map(({ count }) => count))} = shape`),
    ...loops(facts, [
      ...windowLines(facts),
      codeLine(`Y[${axes.map(({ index }) => index).join(", ")}] = ${result}`, "sum", "assign"),
    ]),
    codeLine("    return Y"),
  ];
}

/** The arguments that the functions above take for stride and dilation, each after a comma. */
export function loopArguments({ strided, stride, dilated, dilation }: LayerFacts): string {
  const tuple = (list: readonly number[]) => (list.length === 1 ? `(${list[0]},)` : `(${list.join(", ")})`);
  return (strided ? `, stride=${tuple(stride)}` : "") + (dilated ? `, dilation=${tuple(dilation)}` : "");
}

export function indented(levels: number, lines: readonly CodeLine[]): readonly CodeLine[] {
  return lines.map((line) => codeLine(tabs(levels) + line.text, ...line.roles));
}

function loops({ dims }: LayerFacts, inside: readonly CodeLine[]): readonly CodeLine[] {
  const axes = axisNamesOf(dims);
  return [
    codeLine(`    Y = torch.zeros(${axes.map(({ count }) => count).join(", ")})`),
    ...axes.map(({ index, count }, axis) => codeLine(`${tabs(axis + 1)}for ${index} in range(${count}):`)),
    ...indented(dims + 1, inside),
  ];
}

/** Names for the sizes of the kernel, the stride, the dilation and the spans. */
function sizeLines({ dims, strided, dilated }: LayerFacts, sizes = "W.shape"): readonly CodeLine[] {
  const axes = axisNamesOf(dims);
  const named = (name: "size" | "stride" | "dilation") => tupleOf(axes.map((axis) => axis[name]));
  return [
    codeLine(`    ${named("size")} = ${sizes}`),
    ...(strided ? [codeLine(`    ${named("stride")} = stride`)] : []),
    ...(dilated
      ? [
          codeLine(`    ${named("dilation")} = dilation`),
          ...axes.map(({ span, dilation, size }) =>
            codeLine(`    ${span} = ${dilation} * (${size} - 1) + 1`),
          ),
        ]
      : []),
  ];
}

function windowLines(facts: LayerFacts): readonly CodeLine[] {
  return [...firstLines(facts), ...sliced("window = X", "", facts, ["window"])];
}

/** Where the window begins; without a stride that is the place itself. */
function firstLines({ dims, strided }: LayerFacts): readonly CodeLine[] {
  if (!strided) return [];
  const axes = axisNamesOf(dims);
  const names = axes.map(({ first }) => first).join(", ");
  const values = axes.map(({ index, stride }) => `${index} * ${stride}`).join(", ");
  return [codeLine(`${names} = ${values}`, "window")];
}

/** `before[…]after` with the window's slices, in lines of their own where they are too long for one. */
function sliced(
  before: string,
  after: string,
  facts: LayerFacts,
  roles: CodeLine["roles"],
): readonly CodeLine[] {
  const { dims, strided, dilated } = facts;
  const axes = axisNamesOf(dims);
  const slices = axes.map((names, axis) => {
    const first = strided ? names.first : names.index;
    return `${first}:${first} + ${spanName(facts, axes, axis)}${dilated ? `:${names.dilation}` : ""}`;
  });
  const line = `${before}[${slices.join(", ")}]${after}`;
  if (line.length + 4 * (dims + 1) <= WIDTH) return [codeLine(line, ...roles)];
  return [
    codeLine(`${before}[`, ...roles),
    ...slices.map((slice) => codeLine(`    ${slice},`, ...roles)),
    codeLine(`]${after}`, ...roles),
  ];
}

function spanName({ dilated }: LayerFacts, axes: readonly AxisNames[], axis: number): string {
  const names = axes[axis];
  return (dilated ? names?.span : names?.size) ?? "";
}

function tabs(levels: number): string {
  return "    ".repeat(levels);
}
