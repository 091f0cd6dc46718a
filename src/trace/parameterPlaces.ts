import type { Network } from "../core/network";
import type { TrainingPlan } from "./trainingPlan";

/** Where a number that is learned belongs: which layer's weight or bias, and its place there. */
export interface ParameterPlace {
  readonly layer: number;
  readonly kind: "weight" | "bias";
  /** Output and input channel of its kernel; a bias belongs to an output channel alone and has 0 for the rest. */
  readonly out: number;
  readonly in: number;
  /** The kernel's cell as it is stored, not turned. */
  readonly row: number;
  readonly column: number;
}

const known = new WeakMap<Network, readonly ParameterPlace[]>();

/** The place of every parameter, by its flat index: PyTorch's order, each layer's weight before its bias. */
export function parameterPlaces({ problem }: TrainingPlan): readonly ParameterPlace[] {
  const { network } = problem;
  const places = known.get(network) ?? network.flatMap(placesOf);
  known.set(network, places);
  return places;
}

function placesOf({ weightShape, bias }: Network[number], layer: number): ParameterPlace[] {
  const [outs = 0, ins = 0, rows = 0, columns = 0] = weightShape;
  const cells = rows * columns;
  const weights = Array.from({ length: outs * ins * cells }, (_, i): ParameterPlace => {
    const slab = Math.floor(i / cells);
    const [out, row] = [Math.floor(slab / ins), Math.floor((i % cells) / columns)];
    return { layer, kind: "weight", out, in: slab % ins, row, column: i % columns };
  });
  const biases = Array.from({ length: bias ? outs : 0 }, (_, out): ParameterPlace => {
    return { layer, kind: "bias", out, in: 0, row: 0, column: 0 };
  });
  return [...weights, ...biases];
}
