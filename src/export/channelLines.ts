import { type CodeLine, codeLine } from "./codeLine";
import type { LayerFacts } from "./layerFacts";
import { loopArguments } from "./loopLines";

/** The function that adds up the channels of the input for each channel of the output. */
export function channelLines(facts: LayerFacts): readonly CodeLine[] {
  return facts.op === "transposed" ? stampedChannels(facts) : correlatedChannels(facts);
}

export function channelCall({ op, groups }: LayerFacts, input: string, kernel: string): string {
  const name = op === "transposed" ? "stamp_channels" : "corr_channels";
  return `${name}(${input}, ${kernel}${groups > 1 ? `, groups=${groups}` : ""})`;
}

function correlatedChannels(facts: LayerFacts): readonly CodeLine[] {
  const { dims, groups } = facts;
  const call = `corr${dims}d(x, kernel${loopArguments(facts)})`;
  if (groups === 1) {
    return [
      codeLine("def corr_channels(X, W):"),
      codeLine("    maps = []"),
      codeLine("    for kernels in W:"),
      codeLine("        total = 0"),
      codeLine("        for x, kernel in zip(X, kernels):"),
      codeLine(`            total = total + ${call}`, "sum"),
      codeLine("        maps.append(total)"),
      codeLine("    return torch.stack(maps)"),
    ];
  }
  return [
    codeLine("def corr_channels(X, W, groups):"),
    codeLine("    inputs, outputs = len(X) // groups, len(W) // groups"),
    codeLine("    maps = []"),
    codeLine("    for out, kernels in enumerate(W):"),
    codeLine("        first = out // outputs * inputs"),
    codeLine("        total = 0"),
    codeLine("        for x, kernel in zip(X[first:first + inputs], kernels):"),
    codeLine(`            total = total + ${call}`, "sum"),
    codeLine("        maps.append(total)"),
    codeLine("    return torch.stack(maps)"),
  ];
}

function stampedChannels(facts: LayerFacts): readonly CodeLine[] {
  const { dims, groups } = facts;
  const call = (kernel: string) => `stamp${dims}d(x, ${kernel}${loopArguments(facts)})`;
  if (groups === 1) {
    return [
      codeLine("def stamp_channels(X, W):"),
      codeLine("    maps = []"),
      codeLine("    for out in range(W.shape[1]):"),
      codeLine("        total = 0"),
      codeLine("        for x, kernel in zip(X, W[:, out]):"),
      codeLine(`            total = total + ${call("kernel")}`, "sum"),
      codeLine("        maps.append(total)"),
      codeLine("    return torch.stack(maps)"),
    ];
  }
  return [
    codeLine("def stamp_channels(X, W, groups):"),
    codeLine("    inputs, outputs = len(X) // groups, W.shape[1]"),
    codeLine("    maps = []"),
    codeLine("    for out in range(groups * outputs):"),
    codeLine("        first = out // outputs * inputs"),
    codeLine("        group = slice(first, first + inputs)"),
    codeLine("        total = 0"),
    codeLine("        for x, kernel in zip(X[group], W[group, out % outputs]):"),
    codeLine(`            total = total + ${call("kernel")}`, "sum"),
    codeLine("        maps.append(total)"),
    codeLine("    return torch.stack(maps)"),
  ];
}
