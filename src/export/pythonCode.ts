import type { ConvDocument } from "../model/document";
import { layerProgram, loopProgram, torchProgram } from "./channelCode";
import { type CodeLine, type CodeRole, codeLine } from "./codeLine";
import { type LayerFacts, layerFacts } from "./layerFacts";
import { corrLines, indented, loopArguments } from "./loopLines";
import { pythonImports } from "./pythonImports";
import { pythonFloat, pythonPerAxis, tensorLines } from "./pythonLiteral";

/** A function with two loops; the same in a layer class with its parameters; or PyTorch's own layer. */
export type CodeKind = "corr2d" | "layer" | "nn";

export const codeKinds: readonly CodeKind[] = ["corr2d", "layer", "nn"];

/**
 * A whole Python program for PyTorch that holds the data and the parameters of a document's first layer and ends by printing
 * its output `Y`. It shows what the layer uses and nothing else: no stride, padding, channels or flip where there is none.
 */
export function pythonCode(document: ConvDocument, kind: CodeKind): readonly CodeLine[] {
  const facts = layerFacts(document);
  return isPlain(facts)
    ? plainPrograms[kind](facts, plainData(document, facts, kind))
    : programs[kind](document, facts);
}

/** A convolution of one grid to one grid: its tensors have two axes, as in the notes. */
function isPlain({ op, dims, inChannels, outChannels }: LayerFacts): boolean {
  return (op === "conv" || op === "conv-flipped") && dims === 2 && inChannels === 1 && outChannels === 1;
}

const programs = { corr2d: loopProgram, layer: layerProgram, nn: torchProgram } as const;

function plainData(document: ConvDocument, facts: LayerFacts, kind: CodeKind): readonly CodeLine[] {
  return [
    ...tensorLines("X", document.input),
    ...tensorLines("W", document.layers[0].weight),
    ...biasLines(facts, kind),
  ].map((text) => codeLine(text));
}

const empty = codeLine("");
const printed = codeLine("print(Y)");

const plainPrograms: Readonly<
  Record<CodeKind, (facts: LayerFacts, data: readonly CodeLine[]) => readonly CodeLine[]>
> = {
  corr2d: (facts, data) => [
    ...pythonImports(facts, facts.padded, false),
    empty,
    ...corrLines(facts),
    empty,
    ...data,
    empty,
    ...padLines(facts, "X", false),
    ...flipLines(facts, "W"),
    codeLine(`Y = ${corr2dCall(facts, inputName(facts), kernelName(facts, "W"))}`),
    ...(facts.biased ? [codeLine("Y = Y + b", "bias")] : []),
    ...reluLines(facts),
    printed,
  ],

  layer: (facts, data) => [
    ...pythonImports(facts, facts.padded, true),
    empty,
    ...corrLines(facts),
    empty,
    codeLine("class Conv2D(nn.Module):"),
    codeLine("    def __init__(self, weight, bias):"),
    codeLine("        super().__init__()"),
    codeLine("        self.weight = nn.Parameter(weight)"),
    codeLine("        self.bias = nn.Parameter(bias)"),
    empty,
    codeLine("    def forward(self, X):"),
    ...indented(2, [
      ...padLines(facts, "X", false),
      ...flipLines(facts, "self.weight"),
      codeLine(`Y = ${corr2dCall(facts, inputName(facts), kernelName(facts, "self.weight"))}`),
      codeLine("Y = Y + self.bias", "bias"),
      ...reluLines(facts),
      codeLine("return Y"),
    ]),
    empty,
    ...data,
    empty,
    codeLine("conv2d = Conv2D(W, b)"),
    codeLine("with torch.no_grad():"),
    codeLine("    Y = conv2d(X)"),
    printed,
  ],

  nn: (facts, data) => [
    ...pythonImports(facts, padsOutside(facts), true),
    empty,
    ...data,
    empty,
    ...flipLines(facts, "W"),
    codeLine(`conv2d = nn.Conv2d(${nnArguments(facts).join(", ")})`),
    codeLine("with torch.no_grad():"),
    ...indented(1, [
      codeLine(`conv2d.weight[0, 0] = ${kernelName(facts, "W")}`),
      ...(facts.biased ? [codeLine("conv2d.bias[0] = b")] : []),
      codeLine(`X = X.reshape(1, 1, ${facts.inputSize.join(", ")})`),
      ...(padsOutside(facts) ? padLines(facts, "X", true) : []),
      codeLine(`Y = conv2d(${padsOutside(facts) ? "padded" : "X"})`, ...callRoles(facts)),
      ...reluLines(facts),
    ]),
    printed,
  ],
};

/** In a layer the bias is a parameter even when it is 0; elsewhere a bias of 0 is left out. */
function biasLines({ bias: [bias = 0] }: LayerFacts, kind: CodeKind): readonly string[] {
  if (kind === "layer") return [`b = torch.tensor([${pythonFloat(bias)}])`];
  return bias === 0 ? [] : [`b = ${pythonFloat(bias)}`];
}

/** `F.pad` takes the last axis first; all modes but zeros need the batch and channel axes. */
function padLines({ pads, padded, paddingMode, inputSize }: LayerFacts, input: string, batched: boolean) {
  if (!padded) return [];
  const [[top, bottom] = [0, 0], [left, right] = [0, 0]] = pads;
  const amounts = "(left, right, top, bottom)";
  const names = codeLine(`left, right, top, bottom = ${left}, ${right}, ${top}, ${bottom}`, "pad");
  if (paddingMode === "zeros") return [names, codeLine(`padded = F.pad(${input}, ${amounts})`, "pad")];
  const source = batched ? input : `${input}.reshape(1, 1, ${inputSize.join(", ")})`;
  const result = batched ? "" : "[0, 0]";
  return [names, codeLine(`padded = F.pad(${source}, ${amounts}, mode="${paddingMode}")${result}`, "pad")];
}

function flipLines({ flipped }: LayerFacts, kernel: string): readonly CodeLine[] {
  return flipped ? [codeLine(`turned = torch.flip(${kernel}, (0, 1))`, "flip")] : [];
}

function reluLines({ relu }: LayerFacts): readonly CodeLine[] {
  return relu ? [codeLine("Y = torch.relu(Y)", "activation")] : [];
}

function inputName({ padded }: LayerFacts): string {
  return padded ? "padded" : "X";
}

function kernelName({ flipped }: LayerFacts, kernel: string): string {
  return flipped ? "turned" : kernel;
}

/** Whether `nn.Conv2d` can't express the padding, having one number per axis. */
function padsOutside({ uneven, same }: LayerFacts): boolean {
  return !same && uneven;
}

function nnArguments(facts: LayerFacts): readonly string[] {
  const { kernelSize, stride, dilation, pads, paddingMode } = facts;
  const inside = facts.padded && !padsOutside(facts);
  const padding = facts.same ? '"same"' : pythonPerAxis(pads.map(([before]) => before));
  return [
    "1",
    "1",
    `kernel_size=${pythonPerAxis(kernelSize)}`,
    ...(facts.strided ? [`stride=${pythonPerAxis(stride)}`] : []),
    ...(inside || facts.same ? [`padding=${padding}`] : []),
    ...(inside && paddingMode !== "zeros" ? [`padding_mode="${paddingMode}"`] : []),
    ...(facts.dilated ? [`dilation=${pythonPerAxis(dilation)}`] : []),
    ...(!facts.biased ? ["bias=False"] : []),
  ];
}

function callRoles(facts: LayerFacts): readonly CodeRole[] {
  return [
    ...(facts.padded && !padsOutside(facts) ? (["pad"] as const) : []),
    "window",
    "product",
    "sum",
    ...(facts.biased ? (["bias"] as const) : []),
    "assign",
  ];
}

function corr2dCall(facts: LayerFacts, input: string, kernel: string): string {
  return `corr2d(${input}, ${kernel}${loopArguments(facts)})`;
}
