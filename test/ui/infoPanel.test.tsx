// @vitest-environment jsdom
import { act, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Profiler } from "react";
import { renderToString } from "react-dom/server";
import { afterEach, describe, expect, test } from "vitest";
import { defaultDocument } from "../../src/model/defaultDocument";
import type { ConvDocument, Layer } from "../../src/model/document";
import { createGrid } from "../../src/model/grid";
import { setCell, setInputSize } from "../../src/model/gridCommands";
import { createAppStore } from "../../src/store/appStore";
import { documentOf } from "../../src/store/documentSlice";
import { traceOf } from "../../src/trace/trace";
import { Announcer } from "../../src/ui/Announcer";
import { Cost } from "../../src/ui/Cost";
import { InfoPanel } from "../../src/ui/InfoPanel";
import { TextProvider } from "../../src/ui/i18n";
import { OutputShape } from "../../src/ui/OutputShape";
import { StoreProvider } from "../../src/ui/StoreContext";
import { readChoices } from "../../src/ui/savedChoices";
import { renderInApp } from "./renderInApp";

/** A document of ones with the given sizes. */
function sized(
  [height, width]: readonly [number, number],
  [rows, columns]: readonly [number, number],
  change: Partial<Layer> = {},
): ConvDocument {
  const weight = createGrid(rows, columns, () => 1);
  return {
    input: createGrid(height, width, () => 1),
    layers: [{ ...defaultDocument.layers[0], weight, ...change }],
  };
}

function show(document: ConvDocument) {
  const store = renderInApp(<InfoPanel />);
  act(() => store.getState().load(document, 0));
  return store;
}

const region = (name: string) => screen.getByRole("region", { name });
/** Text as it is read, without the invisible times sign of mathematics. */
const shapeText = () => region("Output shape").textContent?.replaceAll("\u2062", "") ?? "";

describe("the output shape", () => {
  // The four shape examples on 8 × 8 and their sizes stand in the notes.
  test.each([
    [
      [3, 3],
      [1, 1],
      [1, 1],
      [8, 8],
    ],
    [
      [5, 3],
      [2, 1],
      [1, 1],
      [8, 8],
    ],
    [
      [3, 3],
      [1, 1],
      [2, 2],
      [4, 4],
    ],
    [
      [3, 5],
      [0, 1],
      [3, 5],
      [2, 2],
    ],
  ] as const)(
    "kernel %j, padding %j, stride %j: %j in both notations",
    async (kernel, padding, stride, size) => {
      const pads = padding.map((cells) => [cells, cells] as const);
      show(sized([8, 8], kernel, { padding: pads, stride }));
      const results = () =>
        Array.from(region("Output shape").querySelectorAll(".formula-result"), (mark) => mark.textContent);
      const equal = kernel[0] === kernel[1] && padding[0] === padding[1] && stride[0] === stride[1];
      const expected = (equal ? [size[0]] : size).map(String);
      expect(results()).toEqual(expected);
      await userEvent.click(screen.getByRole("radio", { name: "d2l" }));
      expect(results()).toEqual(expected);
    },
  );

  test("is written in letters, with its numbers, and as a division with remainder", () => {
    show(
      sized([8, 8], [3, 3], {
        padding: [
          [1, 1],
          [1, 1],
        ],
        stride: [2, 2],
      }),
    );
    expect(shapeText()).toContain("H + 2p − d(k − 1) − 1".replaceAll(" ", ""));
    expect(shapeText()).toContain("8+2·1−1·(3−1)−1");
    expect(shapeText()).toContain(
      "7=3·2+1: the remainder 1 is the floor. The last row and column of the padded input are out of reach.",
    );
  });

  test("takes uneven edges and different axes one by one", () => {
    show(
      sized([4, 5], [2, 2], {
        padding: [
          [0, 1],
          [0, 0],
        ],
      }),
    );
    expect(shapeText()).toContain("H+pt+pb−dh(kh−1)−1");
    expect(shapeText()).toContain("4+0+1−1·(2−1)−1");
    expect(shapeText()).toContain("5+2·0−1·(2−1)−1");
    expect(shapeText()).toContain("top and bottom edge");
    expect(shapeText()).toContain("no remainder");
  });

  test("names d2l's shorthands: the total padding and the dilated kernel", async () => {
    show(
      sized([9, 9], [3, 3], {
        padding: [
          [1, 2],
          [1, 2],
        ],
        dilation: [2, 2],
      }),
    );
    await userEvent.click(screen.getByRole("radio", { name: "d2l" }));
    // 9 − 5 + 3 + 1 = 8, over a stride of 1.
    expect(shapeText()).toContain("9−5+3+1");
    expect(shapeText()).toMatch(/k.?′=d\(k−1\)\+1=2·\(3−1\)\+1=5|𝑘′=d\(k−1\)\+1=2·\(3−1\)\+1=5/u);
    expect(shapeText()).toContain("=1+2=3");
  });

  test("offers to scramble what no window reads; the output stays", async () => {
    const store = show(sized([6, 6], [2, 2], { stride: [4, 3] }));
    const before = traceOf(documentOf(store.getState())).values;
    // Windows stand at rows 0 and 4, columns 0 and 3: rows 2, 3 and columns 2, 5 lie between them.
    const scramble = await screen.findByRole("button", { name: "Scramble the unread cells" });
    expect(shapeText()).toContain("2 rows are never read. 2 columns are never read.");
    await userEvent.click(scramble);
    const document = documentOf(store.getState());
    expect(document.input.data.some((value) => value !== 1)).toBe(true);
    expect(Array.from(traceOf(document).values)).toEqual(Array.from(before));
  });
});

test("a number typed into a cell renders neither formula nor cost", () => {
  let commits = 0;
  const store = renderInApp(
    <Profiler id="results" onRender={() => commits++}>
      <OutputShape />
      <Cost />
    </Profiler>,
  );
  const before = commits;
  act(() => {
    store.getState().edit(setCell("kernel", { row: 0, column: 0 }, 5));
    store.getState().edit(setCell("input", { row: 1, column: 1 }, 5));
  });
  expect(commits).toBe(before);
  act(() => {
    store.getState().edit(setInputSize([5, 5]));
  });
  expect(commits).toBeGreaterThan(before);
});

describe("the cost", () => {
  const values = () =>
    Array.from(region("Cost").querySelectorAll(".cost-value"), (value) => value.textContent);

  test("of 7 × 7 with a kernel 3 × 3 and padding 1", () => {
    show(
      sized([7, 7], [3, 3], {
        padding: [
          [1, 1],
          [1, 1],
        ],
      }),
    );
    // 49 outputs of 9 products; a dense layer has 49 · 49 weights.
    expect(values()).toEqual(["9", "441", "2\u202f401", "3 × 3"]);
  });

  test("counts a bias only where there is one, and the gaps of dilation", () => {
    show(sized([6, 6], [2, 2], { bias: [1], dilation: [3, 1] }));
    // 3 × 5 outputs: 36 · 15 weights and 15 biases.
    expect(values()).toEqual(["5", "60", "555", "4 × 2"]);
  });

  test("explains each number on demand", async () => {
    show(sized([7, 7], [3, 3], {}));
    await userEvent.click(screen.getByText("Multiply–adds"));
    const details = screen.getByText("Multiply–adds").closest("details");
    expect(details?.open).toBe(true);
    expect(details?.textContent).toContain("25 outputs × 9 products each");
  });
});

describe("the code", () => {
  afterEach(() => localStorage.clear());
  const opener = () => screen.getByRole("button", { name: "Code" });
  const listing = () => screen.findByRole("region", { name: "Python code" });

  test("opens at its button, and the choice outlives the visit", async () => {
    renderInApp(<InfoPanel />);
    expect(opener().getAttribute("aria-expanded")).toBe("false");
    expect(screen.queryByRole("button", { name: "Copy" })).toBeNull();
    await userEvent.click(opener());
    expect(opener().getAttribute("aria-expanded")).toBe("true");
    expect((await listing()).textContent).toContain("def corr2d(X, W):");
    expect(readChoices(localStorage)).toEqual({ codeOpen: true });
    await userEvent.click(opener());
    expect(screen.queryByRole("region", { name: "Python code" })).toBeNull();
    expect(readChoices(localStorage)).toEqual({ codeOpen: false });
  });

  test("is copied as it stands, with one click", async () => {
    const user = userEvent.setup();
    renderInApp(<InfoPanel />, { codeOpen: true });
    await user.click(await screen.findByRole("button", { name: "Copy" }));
    const copied = await navigator.clipboard.readText();
    expect(copied).toBe((await listing()).textContent);
    expect(copied).toContain("def corr2d(X, W):\n");
    expect(screen.getByRole("button", { name: "Copied" })).toBeDefined();
  });

  test("comes as a function, a layer or PyTorch's own", async () => {
    renderInApp(<InfoPanel />, { codeOpen: true });
    await userEvent.click(await screen.findByRole("radio", { name: "nn.Conv2d" }));
    expect((await listing()).textContent).toContain("nn.Conv2d(1, 1, kernel_size=2, bias=False)");
    await userEvent.click(screen.getByRole("radio", { name: "Layer" }));
    expect((await listing()).textContent).toContain("class Conv2D(nn.Module):");
  });

  test("is lit as a step goes on, without React between whole steps", async () => {
    let commits = 0;
    const store = renderInApp(
      <Profiler id="info" onRender={() => commits++}>
        <InfoPanel />
      </Profiler>,
      { codeOpen: true },
    );
    const block = await listing();
    const lit = () => block.getAttribute("data-phase");
    act(() => store.getState().play());
    const before = commits;
    const seen = [lit()];
    for (let frame = 0; frame < 9; frame++) {
      act(() => store.getState().tick(60));
      if (seen.at(-1) !== lit()) seen.push(lit());
    }
    expect(seen).toEqual(["output", "window", "products", "output"]);
    expect(commits).toBe(before);
  });

  test("can be scrolled by keyboard, and its data don't widen the page", async () => {
    renderInApp(<InfoPanel />, { codeOpen: true });
    expect((await listing()).tabIndex).toBe(0);
  });
});

test("parts that a link hides are not there", () => {
  renderInApp(<InfoPanel />, { hidden: ["cost", "code"] });
  expect(screen.queryByRole("region", { name: "Cost" })).toBeNull();
  expect(screen.queryByRole("region", { name: "Code" })).toBeNull();
  expect(within(region("Output shape")).getByText("PyTorch")).toBeDefined();
});

test("the first view is drawn without a browser, formula and cost included", () => {
  const store = createAppStore(defaultDocument);
  const html = renderToString(
    <StoreProvider store={store}>
      <TextProvider>
        <Announcer>
          <InfoPanel />
        </Announcer>
      </TextProvider>
    </StoreProvider>,
  );
  expect(html).toContain("<math");
  expect(html).toContain("Multiply–adds");
  // The page's policy forbids style attributes.
  expect(html).not.toMatch(/ style=/);
});
