import { isPool } from "../core/layer";
import type { Pads } from "../core/options";
import { windowSpan } from "../core/outputSize";
import type { ConvDocument, Layer } from "./document";
import { axesOf, inputSizeOf, isSame, kernelSizeOf, paddingOf, withLayer } from "./layer";
import { OUTPUT_SIZE, params } from "./params";
import { resizedGrid } from "./resizedGrid";

/**
 * A document whose first layer is made to fit its input under the rules of its operation, by as little as there must be:
 * what an operation does not have is set to what it works with, and a window that is too large is given room.
 */
export function fittedLayer(document: ConvDocument): ConvDocument {
  const { op } = document.layers[0];
  const plain = withLayer(document, withinRules(document));
  if (op === "transposed") return fittedTransposed(plain);
  return isPool(op) ? fittedPool(plain) : fittedConv(plain);
}

/** Without the options that the operation refuses. */
function withinRules(document: ConvDocument): Partial<Layer> {
  const { op, padding, dilation } = document.layers[0];
  const isConv = op === "conv" || op === "conv-flipped";
  if (isConv) return {};
  return {
    paddingMode: "zeros",
    ...(isSame(padding) && { padding: paddingOf(document) }),
    ...(op === "avg-pool" && { dilation: dilation.map(() => 1) }),
  };
}

function fittedTransposed(document: ConvDocument): ConvDocument {
  const [{ stride, dilation, outputPadding }] = document.layers;
  const sizes = inputSizeOf(document);
  const axes = axesOf(document);
  const lengths = axes.map((axis, at) => ((sizes[at] ?? 1) - 1) * axis.stride + windowSpan(axis));
  // Too long an output is one of stride 1.
  const strides = stride.map((cells, at) => ((lengths[at] ?? 0) > OUTPUT_SIZE ? 1 : cells));
  const padding = axes.map(({ padding: pads }, at): Pads => {
    const left =
      (sizes[at] ?? 1) - 1 + windowSpan(axes[at] ?? { kernelSize: 1, stride: 1, dilation: 1, padding: pads });
    return left - pads[0] - pads[1] >= 1 ? pads : [0, 0];
  });
  return withLayer(document, {
    stride: strides,
    padding,
    outputPadding: outputPadding.map((cells, at) =>
      Math.min(cells, Math.max(strides[at] ?? 1, dilation[at] ?? 1) - 1),
    ),
  });
}

/** Padding of half the window at most; a window that is still too long is cut. */
function fittedPool(document: ConvDocument): ConvDocument {
  const [{ op, dilation, weight }] = document.layers;
  const sizes = inputSizeOf(document);
  const isVolume = op === "avg-pool" && sizes.length === 3;
  const kernel = kernelSizeOf(document.layers[0]).map((size, at) =>
    isVolume ? Math.min(size, sizes[at] ?? 1) : size,
  );
  const padding = paddingOf(document).map((pads, at): Pads => {
    const half = Math.floor((kernel[at] ?? 1) / 2);
    return [Math.min(pads[0], half), Math.min(pads[1], half)];
  });
  const room = padding.map((pads, at) => (sizes[at] ?? 1) + pads[0] + pads[1]);
  const close = dilation.map((cells, at) => (cells * ((kernel[at] ?? 1) - 1) < (room[at] ?? 1) ? cells : 1));
  const cut = kernel.map((size, at) => Math.min(size, room[at] ?? 1));
  return withLayer(document, {
    padding: padding.map((pads, at): Pads => {
      const half = Math.floor((cut[at] ?? 1) / 2);
      return [Math.min(pads[0], half), Math.min(pads[1], half)];
    }),
    dilation: close,
    ...(cut.some((size, at) => size !== weight.shape[at + 2]) && {
      weight: resizedGrid(weight, [...weight.shape.slice(0, 2), ...cut]),
    }),
  });
}

/** As much padding as a window needs that does not fit its input. */
function fittedConv(document: ConvDocument): ConvDocument {
  const [{ dilation, padding }] = document.layers;
  if (isSame(padding)) return document;
  const sizes = inputSizeOf(document);
  const isNear = axesOf(document).map(
    (axis, at) => windowSpan(axis) <= (sizes[at] ?? 1) + 2 * params.padding.max,
  );
  const near = withLayer(document, { dilation: dilation.map((cells, at) => (isNear[at] ? cells : 1)) });
  const axes = axesOf(near);
  const missing = axes.map((axis, at) =>
    Math.max(0, windowSpan(axis) - (sizes[at] ?? 1) - axis.padding[0] - axis.padding[1]),
  );
  if (missing.every((cells) => cells === 0)) return near;
  return withLayer(near, {
    paddingMode: "zeros",
    padding: axes.map((axis, at): Pads => {
      const half = Math.ceil((windowSpan(axis) - (sizes[at] ?? 1)) / 2);
      return missing[at] ? [half, half] : axis.padding;
    }),
  });
}
