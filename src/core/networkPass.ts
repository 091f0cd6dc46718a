import { type LayerPass, layerPass } from "./layerPass";
import { type LayerParameters, layerParameters, type NetworkLayer, parameterCount } from "./network";
import type { LossPass, SquaredErrorProblem } from "./squaredError";
import { requireShape, requireTensor, type Tensor, zeroTensor } from "./tensor";

/** For each cell of a layer's output: 1 where its ReLU lets the sum through, 0 where not. */
export type Gate = Uint8Array;

/**
 * One way forwards and back. The arrays of the result are the pass's own: the next run writes over them.
 *
 * @param parameters flat, as in `layerParameters`
 * @param gates hold each layer's ReLU as it is given here; when absent, the sign of each sum decides
 * @throws RangeError if there are not as many parameters as the network has
 */
export type NetworkPass = (parameters: Float64Array, gates?: readonly Gate[]) => LossPass;

/**
 * A network made ready to be run on one input again and again: shapes checked, tables and buffers made.
 *
 * @throws RangeError as `lossPass`
 */
export function networkPass({ network, input, target, reduction }: SquaredErrorProblem): NetworkPass {
  if (reduction !== "sum" && reduction !== "mean")
    throw new RangeError(`reduction must be sum or mean, got ${String(reduction)}`);
  if (network.length === 0) throw new RangeError("network must have at least one layer, got none");
  requireTensor("input", input);
  const layers: LayerPass[] = [];
  for (const layer of network) layers.push(layerPass(layer, layers.at(-1)?.outputShape ?? input.shape));
  const outputs = layers.map(({ outputShape }) => zeroTensor(outputShape));
  const deltas = layers.map(({ outputShape }) => zeroTensor(outputShape));
  const prediction = outputs.at(-1) as Tensor<Float64Array>;
  requireShape("target", target, prediction.shape);
  const errors = zeroTensor(prediction.shape);
  const divisor = reduction === "mean" ? target.data.length : 1;
  const gradient = new Float64Array(parameterCount(network));
  const gradients = layerParameters(network, gradient);
  layers[0]?.read({ shape: input.shape, data: Float64Array.from(input.data) });

  const forwards = (parameters: readonly LayerParameters[], gates?: readonly Gate[]) => {
    for (const [at, layer] of layers.entries()) {
      const { data } = outputs[at] as Tensor<Float64Array>;
      if (at > 0) layer.read(outputs[at - 1] as Tensor<Float64Array>);
      layer.forward(parameters[at] as LayerParameters, data);
      const gate = gates?.[at];
      if ((network[at] as NetworkLayer).activation !== "relu") continue;
      for (let i = 0; i < data.length; i++) if (gate ? gate[i] === 0 : (data[i] as number) < 0) data[i] = 0;
    }
  };
  const compare = () => {
    const lastDelta = deltas.at(-1) as Tensor<Float64Array>;
    let squares = 0;
    for (let i = 0; i < errors.data.length; i++) {
      const error = (prediction.data[i] as number) - (target.data[i] as number);
      errors.data[i] = error;
      lastDelta.data[i] = (2 * error) / divisor;
      squares += error * error;
    }
    return squares / divisor;
  };
  const backwards = (gates?: readonly Gate[]) => {
    for (let at = layers.length - 1; at >= 0; at--) {
      const layer = layers[at] as LayerPass;
      const delta = deltas[at] as Tensor<Float64Array>;
      if ((network[at] as NetworkLayer).activation === "relu") {
        const { data } = outputs[at] as Tensor<Float64Array>;
        const gate = gates?.[at];
        for (let i = 0; i < data.length; i++)
          if (gate ? gate[i] === 0 : !((data[i] as number) > 0)) delta.data[i] = 0;
      }
      layer.backward(delta, gradients[at] as LayerParameters);
      if (at > 0) layer.backToInput(delta, (deltas[at - 1] as Tensor<Float64Array>).data);
    }
  };
  return (parameters, gates) => {
    forwards(layerParameters(network, parameters), gates);
    const loss = compare();
    backwards(gates);
    return { loss, outputs, errors, deltas, gradient };
  };
}
