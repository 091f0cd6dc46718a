import type { ConvDocument } from "../model/document";
import { type Command, changeGrid, rotateKernel180, transposeGrid } from "../model/gridCommands";
import { blankInput, shiftInput } from "../model/inputCommands";
import type { LessonAction } from "../model/lesson";
import { scrambleUnread } from "../model/scrambleUnread";
import { turnSheets } from "./everySheet";

const SEEDS = 1e6;

/** @param origin the document as the step began */
export function lessonCommand(name: NonNullable<LessonAction["command"]>, origin: ConvDocument): Command {
  switch (name) {
    case "blank-input":
      return blankInput;
    case "restore-input":
      return changeGrid("input", () => origin.input);
    case "rotate-kernel":
      return rotateKernel180;
    case "transpose-input":
      return turnSheets("input", transposeGrid);
    case "transpose-kernel":
      return turnSheets("kernel", transposeGrid);
    case "scramble-unread":
      return scrambleUnread(Math.floor(Math.random() * SEEDS));
    case "shift-input":
      return shiftInput(0, 1);
    case "swap-channels":
      return changeGrid("input", swapFirstTwo);
  }
}

function swapFirstTwo({ shape, data }: ConvDocument["input"]): ConvDocument["input"] {
  const [, channels = 1, ...size] = shape;
  if (channels < 2) return { shape, data };
  const cells = size.reduce((product, length) => product * length, 1);
  const swapped = data.slice();
  swapped.set(data.subarray(cells, 2 * cells), 0);
  swapped.set(data.subarray(0, cells), cells);
  return { shape, data: swapped };
}
