import { describe, expect, test } from "vitest";
import { setOp } from "../../src/model/commands";
import { defaultDocument } from "../../src/model/defaultDocument";
import { defaultTraining } from "../../src/model/defaultTraining";
import type { ConvDocument } from "../../src/model/document";
import { gridOf } from "../../src/model/grid";
import { type Command, replaceGrid, setInputSize } from "../../src/model/gridCommands";
import { errorsOf } from "../../src/model/problems";
import { networkOf, startParameters, type Training, trainingOf } from "../../src/model/training";
import {
  fitTarget,
  learnFromExplore,
  setChannels,
  setStart,
  setStartValue,
  setTargetCell,
  setTargetKernelCell,
  setTraining,
  takeToExplore,
  targetFromKernel,
  typeTarget,
} from "../../src/model/trainingCommands";
import { trainingProblem } from "../../src/model/trainingProblem";

const plain: ConvDocument = replaceGrid("kernel", [[1, -1]])(
  replaceGrid("input", Array(6).fill([1, 1, 0, 0, 0, 0, 1, 1]))(defaultDocument),
);
const notes: ConvDocument = { ...plain, training: defaultTraining };

/** The training after some commands, each of which leaves a document without errors. */
function trained(document: ConvDocument, ...commands: readonly Command[]): Training {
  const last = commands.reduce((made, command) => {
    const next = command(made);
    expect(errorsOf(next)).toEqual([]);
    return next;
  }, document);
  return trainingOf(last);
}

const startOf = (document: ConvDocument, training: Training) => [
  ...startParameters(training, networkOf(document, training)),
];
const numbers = ({ target }: Training) => [
  ...(target.kind === "kernel" ? target.weight : target.values).data,
];

describe("a change of the training", () => {
  test("makes the one that follows from Explore the document's own", () => {
    const document = setTraining({ steps: 50 })(plain);
    expect(document.training).toEqual({ ...trainingOf(plain), steps: 50 });
    expect(plain.training).toBeUndefined();
  });

  test.each<[string, Command]>([
    ["the same settings", setTraining({ steps: 10, learningRate: 0.03, kernelSize: [1, 2] })],
    ["the same target kernel cell", setTargetKernelCell(0, 0, 1, -1)],
    ["a cell that is not there", setTargetKernelCell(0, 1, 0, 5)],
    ["a target cell that is not there", setTargetCell(0, 6, 0, 5)],
    ["the same start value", setStartValue(1, 0)],
    ["a start value that is not there", setStartValue(2, 5)],
    ["the same channels", setChannels(1)],
    ["a kernel's target fitted", fitTarget()],
    ["a kernel's target made by a kernel", targetFromKernel()],
    ["the kernel that Explore has", takeToExplore(gridOf([[1, -1]]), 0)],
  ])("leaves no undo step with %s", (_, command) => expect(command(notes)).toBe(notes));

  test("that is out of range is for validation, and nothing large is made of it", () => {
    for (const command of [
      setTraining({ kernelSize: [1e9, 1e9] }),
      setTraining({ hidden: 1e9 }),
      setTraining({ hidden: -1 }),
      setChannels(1e9),
      setChannels(0),
      setTraining({ steps: 0 }),
      setStart([1]),
    ])
      expect(errorsOf(command(notes))).not.toEqual([]);
  });
});

describe("the size of the kernel", () => {
  test("is that of the target kernel too, which keeps what fits", () => {
    const training = trained(notes, setTargetKernelCell(0, 0, 0, 5), setTraining({ kernelSize: [2, 3] }));
    expect(training.target).toMatchObject({ kind: "kernel", weight: { shape: [1, 1, 2, 3] } });
    expect(numbers(training)).toEqual([5, -1, 0, 0, 0, 0]);
    expect(
      numbers(trained(notes, setTraining({ kernelSize: [2, 3] }), setTraining({ kernelSize: [1, 1] }))),
    ).toEqual([1]);
  });

  test("follows a target kernel that is put in", () => {
    const weight = gridOf([
      [1, 2, 3],
      [4, 5, 6],
    ]);
    expect(trained(notes, setTraining({ target: { kind: "kernel", weight } })).kernelSize).toEqual([2, 3]);
  });

  test("keeps given start values in their places", () => {
    const training = trained(
      notes,
      setTraining({ withBias: true }),
      setStart([3, 4, 5]),
      setTraining({ kernelSize: [2, 3] }),
    );
    expect(training.startValues).toEqual([3, 4, 0, 0, 0, 0, 5]);
    expect(trained(notes, setStart([3, 4]), setTraining({ kernelSize: [2, 1] })).startValues).toEqual([3, 0]);
  });

  test("leaves a typed target alone: it may not fit any more", () => {
    const document = setTraining({ kernelSize: [2, 2] })(typeTarget()(notes));
    expect(errorsOf(document)).toEqual([]);
    expect(trainingProblem(document)).toMatchObject({
      code: "target-shape",
      values: { given: "6×7", needed: "5×7" },
    });
    const fitted = fitTarget()(document);
    expect(trainingProblem(fitted)).toBeNull();
    expect(numbers(trainingOf(fitted)).slice(0, 7)).toEqual([0, 1, 0, 0, 0, -1, 0]);
  });
});

describe("the start", () => {
  test("with one value changed keeps the others as they were", () => {
    const uniform = setTraining({ start: "uniform", seed: 3 })(notes);
    const [first = 0, second = 0] = startOf(notes, trainingOf(uniform));
    expect(first).not.toBe(0);
    const training = trained(uniform, setStartValue(1, 0.25));
    expect(training).toMatchObject({ start: "given", startValues: [first, 0.25] });
    expect(second).not.toBe(0.25);
  });

  test("given without numbers is the one there was", () => {
    const rand = setTraining({ start: "rand" })(notes);
    expect(trained(rand, setTraining({ start: "given" })).startValues).toEqual(
      startOf(notes, trainingOf(rand)),
    );
  });

  test("by a rule has no numbers of its own", () => {
    expect(trained(notes, setStart([1, 0]), setTraining({ start: "zeros" }))).toEqual(defaultTraining);
  });

  test("of a bias is 0, and goes with it", () => {
    const given = setStart([1, 2])(notes);
    expect(trained(given, setTraining({ withBias: true })).startValues).toEqual([1, 2, 0]);
    expect(
      trained(given, setTraining({ withBias: true }), setTraining({ withBias: false })).startValues,
    ).toEqual([1, 2]);
  });

  test("never is minus zero", () => {
    expect(trained(notes, setStart([-0, 1])).startValues[0]).toBe(0);
  });
});

describe("hidden kernels", () => {
  test("do not start at 0, where none of them would learn", () => {
    const training = trained(notes, setTraining({ hidden: 2 }));
    expect(training.start).toBe("uniform");
    expect(startOf(notes, training).every((value) => value !== 0)).toBe(true);
  });

  test("unless that is asked for", () => {
    expect(trained(notes, setTraining({ hidden: 2 }), setTraining({ start: "zeros" })).start).toBe("zeros");
  });

  test("keep given values, and the new ones are not 0", () => {
    const training = trained(notes, setStart([3, 4]), setTraining({ hidden: 2 }));
    expect(training.startValues).toHaveLength(2 * 2 + 2);
    expect(training.startValues.slice(0, 2)).toEqual([3, 4]);
    expect(training.startValues.slice(2).every((value) => value !== 0)).toBe(true);
    expect(trained({ ...notes, training }, setTraining({ hidden: 0 })).startValues).toEqual([3, 4]);
  });
});

describe("channels", () => {
  test("of a target kernel: new ones are 0", () => {
    const training = trained(notes, setStart([3, 4]), setChannels(3));
    expect(training.target).toMatchObject({ weight: { shape: [3, 1, 1, 2] } });
    expect(numbers(training)).toEqual([1, -1, 0, 0, 0, 0]);
    expect(training.startValues).toEqual([3, 4, 0, 0, 0, 0]);
    expect(numbers(trained({ ...notes, training }, setChannels(1)))).toEqual([1, -1]);
  });

  test("of a typed target", () => {
    const training = trained(notes, typeTarget(), setChannels(2));
    expect(training.target).toMatchObject({ values: { shape: [1, 2, 6, 7] } });
    expect(numbers(training).slice(0, 7)).toEqual([0, 1, 0, 0, 0, -1, 0]);
    expect(numbers(training).slice(42)).toEqual(Array(42).fill(0));
  });
});

describe("the target", () => {
  test("typed has the numbers that the kernel made", () => {
    const training = trained(notes, typeTarget());
    expect(training.target.kind).toBe("values");
    expect(numbers(training)).toEqual(Array(6).fill([0, 1, 0, 0, 0, -1, 0]).flat());
    expect(training.kernelSize).toEqual([1, 2]);
  });

  test("is typed from the first cell that is changed by hand", () => {
    const training = trained(notes, setTargetCell(0, 1, 6, 9));
    expect(training.target.kind).toBe("values");
    expect(numbers(training)[13]).toBe(9);
  });

  test("is made by Explore's kernel again", () => {
    const training = trained(
      notes,
      setTraining({ kernelSize: [2, 2] }),
      typeTarget(),
      setChannels(2),
      targetFromKernel(),
    );
    expect(training.target).toMatchObject({ kind: "kernel", weight: { shape: [2, 1, 2, 2] } });
    expect(numbers(training)).toEqual([1, -1, 0, 0, 0, 0, 0, 0]);
  });
});

describe("between Learn and Explore", () => {
  test("what Explore shows is learned", () => {
    const document = learnFromExplore()(replaceGrid("kernel", [[2], [1]])(notes));
    expect(numbers(trainingOf(document))).toEqual([2, 1]);
    expect(document.layers).toEqual(replaceGrid("kernel", [[2], [1]])(notes).layers);
    expect(learnFromExplore()(document)).toBe(document);
    expect(learnFromExplore()(plain)).toBe(plain);
  });

  test("what true convolution shows is learned by it: the kernel that stands there", () => {
    const document = learnFromExplore()(setOp("conv-flipped")(notes));
    expect(numbers(trainingOf(document))).toEqual([-1, 1]);
  });

  test("a kernel is taken over with its bias, the operation stays, and so does what is learned from", () => {
    const flipped = setOp("conv-flipped")(plain);
    const document = takeToExplore(gridOf([[0.5, 0.25]]), -2)(flipped);
    expect(document.layers[0]).toMatchObject({ op: "conv-flipped", bias: [-2] });
    expect([...document.layers[0].weight.data]).toEqual([0.5, 0.25]);
    expect(trainingOf(document)).toEqual(trainingOf(flipped));
    expect(document.input).toBe(plain.input);
  });

  test("an input that grows keeps the training", () => {
    expect(setInputSize([7, 9])(notes).training).toBe(defaultTraining);
  });
});
