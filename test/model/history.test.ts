import { describe, expect, test } from "vitest";
import { setBias } from "../../src/model/commands";
import { defaultDocument } from "../../src/model/defaultDocument";
import { setCell } from "../../src/model/gridCommands";
import { canRedo, canUndo, commit, type History, redo, start, undo } from "../../src/model/history";

const biasOf = ({ present }: History) => present.layers[0].bias[0];

describe("history", () => {
  test("goes back and forth without a limit", () => {
    let history = start(defaultDocument);
    for (let bias = 1; bias <= 5000; bias++) history = commit(history, setBias([bias])(history.present));
    for (let bias = 4999; bias >= 0; bias--) {
      history = undo(history);
      expect(biasOf(history)).toBe(bias);
    }
    expect(history.present).toBe(defaultDocument);
    expect(canUndo(history)).toBe(false);
    for (let bias = 1; bias <= 5000; bias++) history = redo(history);
    expect(biasOf(history)).toBe(5000);
    expect(canRedo(history)).toBe(false);
  });

  test("a command that changes nothing leaves no step", () => {
    const history = start(defaultDocument);
    expect(commit(history, setBias([0])(history.present))).toBe(history);
    expect(commit(history, setCell("kernel", { row: 1, column: 1 }, 3)(history.present))).toBe(history);
  });

  test("at its ends it stays as it is", () => {
    const history = start(defaultDocument);
    expect(undo(history)).toBe(history);
    expect(redo(history)).toBe(history);
  });

  test("a new change forgets what was undone", () => {
    const two = commit(
      commit(start(defaultDocument), setBias([1])(defaultDocument)),
      setBias([2])(defaultDocument),
    );
    const changed = commit(undo(two), setBias([9])(defaultDocument));
    expect(canRedo(changed)).toBe(false);
    expect([biasOf(undo(changed)), biasOf(undo(undo(changed)))]).toEqual([1, 0]);
  });
});
