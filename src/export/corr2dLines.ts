import { type CodeLine, codeLine } from "./codeLine";
import type { LayerFacts } from "./layerFacts";

/**
 * The function `corr2d` with its two loops. Stride and dilation are arguments only where the layer uses them.
 * Every phase of a step has a line of its own.
 */
export function corr2dLines({ strided, dilated }: LayerFacts): readonly CodeLine[] {
  const span = dilated ? ["span_h", "span_w"] : ["h", "w"];
  const [top, left] = strided ? ["row", "column"] : ["i", "j"];
  const [everyRow, everyColumn] = dilated ? [":dh", ":dw"] : ["", ""];
  const places = (axis: 0 | 1) => {
    const room = `X.shape[${axis}] - ${span[axis]}`;
    return strided ? `(${room}) // ${axis === 0 ? "sh" : "sw"} + 1` : `${room} + 1`;
  };
  return [
    codeLine(`def corr2d(X, W${strided ? ", stride" : ""}${dilated ? ", dilation" : ""}):`),
    codeLine("    h, w = W.shape"),
    ...(strided ? [codeLine("    sh, sw = stride")] : []),
    ...(dilated
      ? [
          codeLine("    dh, dw = dilation"),
          codeLine("    span_h = dh * (h - 1) + 1"),
          codeLine("    span_w = dw * (w - 1) + 1"),
        ]
      : []),
    codeLine(`    rows = ${places(0)}`),
    codeLine(`    columns = ${places(1)}`),
    codeLine("    Y = torch.zeros(rows, columns)"),
    codeLine("    for i in range(rows):"),
    codeLine("        for j in range(columns):"),
    ...(strided ? [codeLine("            row, column = i * sh, j * sw", "window")] : []),
    codeLine(
      `            window = X[${top}:${top} + ${span[0]}${everyRow}, ${left}:${left} + ${span[1]}${everyColumn}]`,
      "window",
    ),
    codeLine("            products = window * W", "product"),
    codeLine("            total = products.sum()", "sum"),
    codeLine("            Y[i, j] = total", "assign"),
    codeLine("    return Y"),
  ];
}

/** The call of `corr2d` that fits the function above. */
export function corr2dCall(facts: LayerFacts, input: string, kernel: string): string {
  const stride = facts.strided ? `, stride=(${facts.stride.join(", ")})` : "";
  const dilation = facts.dilated ? `, dilation=(${facts.dilation.join(", ")})` : "";
  return `corr2d(${input}, ${kernel}${stride}${dilation})`;
}
