import { type CodeLine, codeLine } from "./codeLine";
import type { LayerFacts } from "./layerFacts";

/**
 * What a program needs of PyTorch.
 *
 * @param functional whether it calls functions of `torch.nn.functional`
 * @param nn whether it has a layer class
 */
export function pythonImports({ double }: LayerFacts, functional: boolean, nn: boolean): readonly CodeLine[] {
  return [
    codeLine("import torch"),
    ...(functional ? [codeLine("import torch.nn.functional as F")] : []),
    ...(nn ? [codeLine("from torch import nn")] : []),
    ...(double ? [codeLine(""), codeLine("torch.set_default_dtype(torch.float64)")] : []),
  ];
}
