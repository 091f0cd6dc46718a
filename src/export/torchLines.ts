import { isPool } from "../core/layer";
import { type CodeLine, codeLine } from "./codeLine";
import type { LayerFacts } from "./layerFacts";
import { indented } from "./loopLines";
import { padLines } from "./padLines";
import { pythonPerAxis } from "./pythonLiteral";

/** `torch.nn`'s layer from `X` to `Y`, both with a batch axis; and whether `torch.nn.functional` must pad for it. */
export function torchLines(facts: LayerFacts): {
  readonly lines: readonly CodeLine[];
  readonly functional: boolean;
} {
  if (isPool(facts.op)) return { lines: poolingLines(facts), functional: facts.uneven };
  if (facts.op === "transposed") return { lines: transposedLines(facts), functional: false };
  return { lines: convolutionLines(facts), functional: outside(facts) };
}

function convolutionLines(facts: LayerFacts): readonly CodeLine[] {
  const { dims, inChannels, outChannels, pads, padded, paddingMode, same, flipped } = facts;
  const inside = padded && !outside(facts);
  const padding = same ? '"same"' : pythonPerAxis(pads.map(([before]) => before));
  const axes = Array.from({ length: dims }, (_, axis) => axis + 2).join(", ");
  return [
    ...(flipped ? [codeLine(`turned = torch.flip(W, (${axes}${dims === 1 ? "," : ""}))`, "flip")] : []),
    ...call(`nn.Conv${dims}d`, [
      String(inChannels),
      String(outChannels),
      ...sizes(facts),
      ...(inside || same ? [`padding=${padding}`] : []),
      ...(inside && paddingMode !== "zeros" ? [`padding_mode="${paddingMode}"`] : []),
      ...commonOptions(facts),
    ]),
    codeLine("with torch.no_grad():"),
    ...indented(1, [
      ...parameters(facts, flipped ? "turned" : "W"),
      ...(outside(facts) ? padLines(facts, "X", { batched: true }) : []),
      codeLine(
        `Y = layer(${outside(facts) ? "padded" : "X"})`,
        ...(inside ? (["pad"] as const) : []),
        "window",
        "product",
        "sum",
        ...(facts.biased ? (["bias"] as const) : []),
        "assign",
      ),
      ...activation(facts),
    ]),
  ];
}

/** Sides that differ are cut off afterwards: `nn.ConvTranspose` has one number per axis. */
function transposedLines(facts: LayerFacts): readonly CodeLine[] {
  const { dims, inChannels, outChannels, pads, padded, uneven, outputPadding } = facts;
  const cuts = pads.map(([before, after]) => {
    if (before === 0 && after === 0) return ":";
    return after === 0 ? `${before}:` : `${before === 0 ? "" : before}:-${after}`;
  });
  return [
    ...call(`nn.ConvTranspose${dims}d`, [
      String(inChannels),
      String(outChannels),
      ...sizes(facts),
      ...(padded && !uneven ? [`padding=${pythonPerAxis(pads.map(([before]) => before))}`] : []),
      ...(outputPadding.some((cells) => cells > 0) ? [`output_padding=${pythonPerAxis(outputPadding)}`] : []),
      ...commonOptions(facts),
    ]),
    codeLine("with torch.no_grad():"),
    ...indented(1, [
      ...parameters(facts, "W"),
      codeLine(
        "Y = layer(X)",
        "window",
        "product",
        "sum",
        ...(facts.biased ? (["bias"] as const) : []),
        "assign",
      ),
      ...(uneven ? [codeLine(`Y = Y[..., ${cuts.join(", ")}]`, "pad")] : []),
      ...activation(facts),
    ]),
  ];
}

/** Sides that differ are padded beforehand with what takes no part; in ceil mode that may count windows too many. */
function poolingLines(facts: LayerFacts): readonly CodeLine[] {
  const { op, dims, uneven, padded, pads, dilated, dilation, ceilMode, countIncludePad, outputSize } = facts;
  const average = op === "avg-pool";
  const shares = average && uneven && !countIncludePad;
  const input = uneven ? "padded" : "X";
  return [
    ...call(`nn.${average ? "Avg" : "Max"}Pool${dims}d`, [
      ...sizes(facts, true),
      ...(padded && !uneven ? [`padding=${pythonPerAxis(pads.map(([before]) => before))}`] : []),
      ...(dilated && !average ? [`dilation=${pythonPerAxis(dilation)}`] : []),
      ...(ceilMode ? ["ceil_mode=True"] : []),
      ...(average && padded && !uneven && !countIncludePad ? ["count_include_pad=False"] : []),
    ]),
    ...(uneven ? padLines(facts, "X", { batched: true }) : []),
    codeLine(
      `Y = layer(${input})`,
      ...(uneven ? [] : (["pad"] as const)),
      "window",
      "product",
      "sum",
      "assign",
    ),
    ...(shares
      ? padLines(facts, "torch.ones_like(X)", { batched: true })
          .slice(-1)
          .concat(codeLine("Y = Y / layer(padded)", "assign"))
      : []),
    ...(uneven && ceilMode
      ? [codeLine(`Y = Y[..., ${outputSize.map((size) => `:${size}`).join(", ")}]`, "assign")]
      : []),
    ...activation(facts),
  ];
}

/** Pooling steps by its window where nothing else is said; a convolution by 1. */
function sizes({ kernelSize, stride, strided }: LayerFacts, pooled = false): readonly string[] {
  const said = pooled ? stride.some((step, axis) => step !== kernelSize[axis]) : strided;
  return [`kernel_size=${pythonPerAxis(kernelSize)}`, ...(said ? [`stride=${pythonPerAxis(stride)}`] : [])];
}

function commonOptions({ dilated, dilation, groups, biased }: LayerFacts): readonly string[] {
  return [
    ...(dilated ? [`dilation=${pythonPerAxis(dilation)}`] : []),
    ...(groups > 1 ? [`groups=${groups}`] : []),
    ...(biased ? [] : ["bias=False"]),
  ];
}

/** The call that makes the layer, an argument per line where it is too long for one. */
function call(name: string, list: readonly string[]): readonly CodeLine[] {
  const line = `layer = ${name}(${list.join(", ")})`;
  if (line.length <= 88) return [codeLine(line)];
  return [
    codeLine(`layer = ${name}(`),
    ...list.map((argument) => codeLine(`    ${argument},`)),
    codeLine(")"),
  ];
}

function parameters({ biased }: LayerFacts, kernel: string): readonly CodeLine[] {
  return [codeLine(`layer.weight.copy_(${kernel})`), ...(biased ? [codeLine("layer.bias.copy_(b)")] : [])];
}

function activation({ relu }: LayerFacts): readonly CodeLine[] {
  return relu ? [codeLine("Y = torch.relu(Y)", "activation")] : [];
}

/** Whether `nn.Conv` can't express the padding, having one number per axis. */
function outside({ uneven, same }: LayerFacts): boolean {
  return uneven && !same;
}
