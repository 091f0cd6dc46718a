import { isPool } from "../core/layer";
import type { ConvDocument, Grid } from "../model/document";
import { channelCall, channelLines } from "./channelLines";
import { type CodeLine, codeLine } from "./codeLine";
import type { LayerFacts } from "./layerFacts";
import { corrLines, indented, loopArguments, poolLines, stampLines } from "./loopLines";
import { negativePadLine, padLines } from "./padLines";
import { pythonImports } from "./pythonImports";
import { pythonFloat, tensorLines } from "./pythonLiteral";
import { torchLines } from "./torchLines";

const empty = codeLine("");
const printed = codeLine("print(Y)");

/** A layer of any operation with loops over its windows; its channels are the first axis of `X` and `Y`. */
export function loopProgram(document: ConvDocument, facts: LayerFacts): readonly CodeLine[] {
  return [
    ...pythonImports(facts, usesPad(facts), false),
    empty,
    ...functions(facts),
    empty,
    ...dataLines(document, facts, facts.biased, 1),
    empty,
    ...steps(facts, "W", facts.biased ? "b" : null),
    printed,
  ];
}

/** The same in a layer class with its parameters. */
export function layerProgram(document: ConvDocument, facts: LayerFacts): readonly CodeLine[] {
  const pooled = isPool(facts.op);
  return [
    ...pythonImports(facts, usesPad(facts), true),
    empty,
    ...functions(facts),
    empty,
    codeLine("class Layer(nn.Module):"),
    ...(pooled
      ? []
      : [
          codeLine("    def __init__(self, weight, bias):"),
          codeLine("        super().__init__()"),
          codeLine("        self.weight = nn.Parameter(weight)"),
          codeLine("        self.bias = nn.Parameter(bias)"),
          empty,
        ]),
    codeLine("    def forward(self, X):"),
    ...indented(2, [...steps(facts, "self.weight", pooled ? null : "self.bias"), codeLine("return Y")]),
    empty,
    ...dataLines(document, facts, true, 1),
    empty,
    codeLine(`layer = Layer(${pooled ? "" : "W, b"})`),
    codeLine("with torch.no_grad():"),
    codeLine("    Y = layer(X)"),
    printed,
  ];
}

/** PyTorch's own layer. */
export function torchProgram(document: ConvDocument, facts: LayerFacts): readonly CodeLine[] {
  const { lines, functional } = torchLines(facts);
  return [
    ...pythonImports(facts, functional, true),
    empty,
    ...dataLines(document, facts, facts.biased, 0),
    empty,
    ...lines,
    printed,
  ];
}

function usesPad({ op, padded, outputPadding }: LayerFacts): boolean {
  return padded || (op === "transposed" && outputPadding.some((cells) => cells > 0));
}

function functions(facts: LayerFacts): readonly CodeLine[] {
  const { op, padded, countIncludePad } = facts;
  if (op === "max-pool") return poolLines(facts, "window.max()");
  if (op === "avg-pool") {
    return poolLines(facts, padded && !countIncludePad ? "window.nanmean()" : "window.mean()");
  }
  return [...(op === "transposed" ? stampLines(facts) : corrLines(facts)), empty, ...channelLines(facts)];
}

/** The tensors, in their own shapes. @param from first axis of the input's shape that is kept: without the batch it is 1 */
function dataLines(
  { input, layers: [{ weight }] }: ConvDocument,
  { op, bias }: LayerFacts,
  biased: boolean,
  from: 0 | 1,
): readonly CodeLine[] {
  const lines = [...shaped("X", input, input.shape.slice(from))];
  if (!isPool(op)) {
    lines.push(...shaped("W", weight, weight.shape));
    if (biased) lines.push(...biasLines(bias));
  }
  return lines.map((text) => codeLine(text));
}

function shaped(name: string, grid: Grid, shape: readonly number[]): readonly string[] {
  const lines = tensorLines(name, grid);
  return shape.length === 2 && shape[0] === grid.data.length / (shape[1] ?? 1)
    ? lines
    : [...lines, `${name} = ${name}.reshape(${shape.join(", ")})`];
}

/** On one line where there is room. */
function biasLines(bias: readonly number[]): readonly string[] {
  const line = `b = torch.tensor([${bias.map(pythonFloat).join(", ")}])`;
  if (line.length <= 88) return [line];
  return [...tensorLines("b", { shape: [bias.length], data: Float64Array.from(bias) }), "b = b.reshape(-1)"];
}

/** From `X` to `Y`. */
function steps(facts: LayerFacts, kernel: string, bias: string | null): readonly CodeLine[] {
  const { op, dims, flipped, relu, padded } = facts;
  const transposed = op === "transposed";
  const input = padded && !transposed ? "padded" : "X";
  const axes = Array.from({ length: dims }, (_, axis) => axis + 2).join(", ");
  const ones = ", 1".repeat(dims);
  return [
    ...(transposed ? [] : padLines(facts, "X", { batched: false })),
    ...(flipped
      ? [codeLine(`turned = torch.flip(${kernel}, (${axes}${dims === 1 ? "," : ""}))`, "flip")]
      : []),
    ...(isPool(op)
      ? poolCall(facts, input)
      : [codeLine(`Y = ${channelCall(facts, input, flipped ? "turned" : kernel)}`)]),
    ...(transposed ? negativePadLine(facts) : []),
    ...(bias ? [codeLine(`Y = Y + ${bias}.reshape(-1${ones})`, "bias")] : []),
    ...(relu ? [codeLine("Y = torch.relu(Y)", "activation")] : []),
  ];
}

function poolCall(facts: LayerFacts, input: string): readonly CodeLine[] {
  const { dims, kernelSize, outputSize } = facts;
  const tuple = (list: readonly number[]) => `(${list.join(", ")}${list.length === 1 ? "," : ""})`;
  const call = `pool${dims}d(x, size, shape${loopArguments(facts)})`;
  return [
    codeLine(`size, shape = ${tuple(kernelSize)}, ${tuple(outputSize)}`),
    codeLine(`maps = [${call} for x in ${input}]`),
    codeLine("Y = torch.stack(maps)"),
  ];
}
