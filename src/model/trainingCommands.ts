import type { ConvDocument, Grid } from "./document";
import { withFittingFollowers } from "./fittingChannels";
import { sameGrid } from "./grid";
import type { Command } from "./gridCommands";
import { withLayer } from "./layer";
import { refitStart } from "./refitStart";
import { resizedGrid } from "./resizedGrid";
import { sameTraining } from "./sameDocument";
import {
  channelsOf,
  exploreKernel,
  isLearnable,
  networkOf,
  startParameters,
  type Target,
  type Training,
  targetValues,
  trainingOf,
} from "./training";
import { channelRange, learnKernelSize, trainingRanges } from "./trainingErrors";
import { targetSize, trainingProblem } from "./trainingProblem";

/**
 * Changes a document's training, or that which follows from it. A target kernel keeps the size of the one that learns, and
 * given start values keep their places.
 */
export function setTraining(change: Partial<Training>): Command {
  return changeTraining((old, document) => refit(document, old, { ...old, ...change }));
}

/** Types one number of the target; one made by a kernel is typed from then on. */
export function setTargetCell(channel: number, row: number, column: number, value: number): Command {
  return changeTraining((old, document) => {
    const { target } = withTypedTarget(old, document);
    if (target.kind !== "values") return old;
    const values = withCell(target.values, [0, channel, row, column], value);
    return sameGrid(values, target.values) ? old : { ...old, target: { kind: "values", values } };
  });
}

/** Changes one weight of the kernel that makes the target, if one does. */
export function setTargetKernelCell(channel: number, row: number, column: number, value: number): Command {
  return changeTraining((old) => {
    if (old.target.kind !== "kernel") return old;
    const weight = withCell(old.target.weight, [channel, 0, row, column], value);
    return { ...old, target: { kind: "kernel", weight } };
  });
}

/** Starts from one parameter changed, and the others as they were. */
export function setStartValue(index: number, value: number): Command {
  return changeTraining((old, document) => {
    const values = [...startOf(old, document)];
    if (values[index] === undefined || values[index] === value) return old;
    values[index] = value + 0;
    return { ...old, start: "given", startValues: values };
  });
}

/** Starts from these parameters, in the network's flat order. */
export function setStart(values: ArrayLike<number>): Command {
  const startValues = Array.from(values, (value) => value + 0);
  return changeTraining((old) => ({ ...old, start: "given", startValues }));
}

/** Output channels of the target; new ones are 0 until they are typed. */
export function setChannels(count: number): Command {
  return changeTraining((old, document) => {
    const { target } = old;
    const isSound = isWithin(count, channelRange);
    const resize = (grid: Grid, axis: 0 | 1) => {
      const shape = grid.shape.with(axis, count);
      // A count that will be refused: its numbers are never allocated.
      return isSound ? resizedGrid(grid, shape) : { shape, data: new Float64Array(0) };
    };
    return refit(document, old, {
      ...old,
      target:
        target.kind === "kernel"
          ? { kind: "kernel", weight: resize(target.weight, 0) }
          : { kind: "values", values: resize(target.values, 1) },
    });
  });
}

/** Has the target typed from now on: the numbers stay, until they are changed by hand. */
export function typeTarget(): Command {
  return changeTraining(withTypedTarget);
}

/** Has the target made by a kernel again: by that of Explore, in the first channel. */
export function targetFromKernel(): Command {
  return changeTraining((old, document) => {
    if (old.target.kind === "kernel") return old;
    const weight = resizedGrid(exploreKernel(document), [channelsOf(old), 1, ...old.kernelSize]);
    return { ...old, target: { kind: "kernel", weight } };
  });
}

/** Cuts a typed target to the shape that the network's output has, or fills it up with zeros. */
export function fitTarget(): Command {
  return changeTraining((old, document) => {
    if (old.target.kind !== "values" || !isLearnable(document)) return old;
    const shape = [1, channelsOf(old), ...targetSize(document, old)];
    return { ...old, target: { kind: "values", values: resizedGrid(old.target.values, shape) } };
  });
}

/** Learns what Explore shows, in place of what was learned. */
export function learnFromExplore(): Command {
  return changeTraining((_, { input, layers }) => trainingOf({ input, layers }));
}

/** Puts a kernel that was learned into Explore; what is learned from stays. */
export function takeToExplore(weight: Grid, bias: number): Command {
  return (document) => {
    const [layer] = document.layers;
    if (sameGrid(layer.weight, weight) && layer.bias[0] === bias) return document;
    const trained = { ...document, training: trainingOf(document) };
    return withFittingFollowers(withLayer(trained, { weight, bias: [bias + 0] }));
  };
}

function changeTraining(change: (old: Training, document: ConvDocument) => Training): Command {
  return (document) => {
    const old = trainingOf(document);
    const training = change(old, document);
    return sameTraining(training, old) ? document : { ...document, training };
  };
}

function startOf(training: Training, document: ConvDocument): Float64Array {
  return startParameters(training, networkOf(document, training));
}

/** What depends on something else made to fit it again; sizes that will be refused are left alone. */
function refit(document: ConvDocument, old: Training, next: Training): Training {
  const isSound =
    next.kernelSize.every((size) => isWithin(size, learnKernelSize)) &&
    isWithin(next.hidden, trainingRanges.hidden) &&
    isWithin(channelsOf(next), channelRange);
  if (!isSound) return next;
  const sized = withEqualSizes(old, next);
  // All of the hidden kernels alike would stay so, and at 0 none would learn.
  const start = sized.start === "zeros" && sized.hidden > 0 && old.hidden === 0 ? "uniform" : sized.start;
  if (start !== "given") return { ...sized, start, startValues: [] };
  if (sized.startValues !== old.startValues) return sized;
  return { ...sized, startValues: refitStart(document, old, sized) };
}

function withEqualSizes(old: Training, next: Training): Training {
  const { target, kernelSize } = next;
  if (target.kind !== "kernel") return next;
  const [channels = 1, , rows = 1, columns = 1] = target.weight.shape;
  if (target !== old.target) return { ...next, kernelSize: [rows, columns] };
  if (rows === kernelSize[0] && columns === kernelSize[1]) return next;
  const weight = resizedGrid(target.weight, [channels, 1, ...kernelSize]);
  return { ...next, target: { kind: "kernel", weight } };
}

function withTypedTarget(old: Training, document: ConvDocument): Training {
  if (old.target.kind === "values" || trainingProblem(document)) return old;
  const target: Target = { kind: "values", values: targetValues(document, old) };
  return { ...old, target };
}

/** The grid with one number changed; as it is where there is no such cell. */
function withCell({ shape, data }: Grid, place: readonly number[], value: number): Grid {
  const isInside = place.every((index, axis) => index >= 0 && index < (shape[axis] ?? 0));
  if (!isInside) return { shape, data };
  const changed = data.slice();
  changed[place.reduce((at, index, axis) => at * (shape[axis] ?? 1) + index, 0)] = value + 0;
  return { shape, data: changed };
}

function isWithin(value: number, { min, max }: { readonly min: number; readonly max: number }): boolean {
  return Number.isInteger(value) && value >= min && value <= max;
}
