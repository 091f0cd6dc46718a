import { describe, expect, test } from "vitest";
import { type AddressReading, readAddress, writeAddress } from "../../src/model/address";
import { type AddressState, defaultState } from "../../src/model/addressState";
import { setPadding, setStride } from "../../src/model/commands";
import type { ConvDocument, Layer } from "../../src/model/document";
import { gridOf, rowsOf } from "../../src/model/grid";
import { fillGrid, replaceGrid, setInputSize } from "../../src/model/gridCommands";
import type { Notice } from "../../src/model/notice";
import { errorsOf } from "../../src/model/problems";
import { sameDocument } from "../../src/model/sameDocument";
import { say } from "./say";

const layerOf = (fragment: string): Layer => readAddress(fragment).state.document.layers[0];

function told(fragment: string, query = ""): readonly string[] {
  return readAddress(fragment, query).notices.map((notice) => {
    expect(text(notice, "zh-CN")).not.toBe("");
    return text(notice, "en");
  });
}

function text({ key, values, detail }: Notice, language: "en" | "zh-CN"): string {
  return say(key, values, language) + (detail ? ` | ${say(detail.key, detail.values, language)}` : "");
}

describe("reading", () => {
  test("an empty address is the default document at position 0", () => {
    for (const empty of ["", "#", "#&&"]) {
      const { state, notices, unknown } = readAddress(empty, "?");
      expect(state).toEqual(defaultState);
      expect([notices, unknown]).toEqual([[], []]);
    }
    expect(rowsOf(defaultState.document.input)).toEqual([
      [0, 1, 2],
      [3, 4, 5],
      [6, 7, 8],
    ]);
  });

  test("the examples of the contract", () => {
    expect(rowsOf(readAddress("#input=0,1,2;3,4,5;6,7,8&kernel=0,1;2,3").state.document.input)).toEqual([
      [0, 1, 2],
      [3, 4, 5],
      [6, 7, 8],
    ]);
    expect(layerOf("stride=3,2&padding=2").stride).toEqual([3, 2]);
    expect(layerOf("padding=0,1").padding).toEqual([
      [0, 0],
      [1, 1],
    ]);
    expect(layerOf("padding=1:0,0:0").padding).toEqual([
      [1, 0],
      [0, 0],
    ]);
    expect(layerOf("padding=2&padding-mode=reflect").paddingMode).toBe("reflect");
    expect(readAddress("step=3").state.position).toBe(3);
    expect(readAddress("lang=zh-CN").state.language).toBe("zh-CN");
    const hidden = readAddress("hide=code&lock=kernel").state;
    expect([hidden.hidden, hidden.locked]).toEqual([["code"], ["kernel"]]);
  });

  test("one number serves both axes; before:after serves both too", () => {
    expect(layerOf("stride=2").stride).toEqual([2, 2]);
    expect(layerOf("padding=1:2").padding).toEqual([
      [1, 2],
      [1, 2],
    ]);
  });

  test("the conventions of same, and valid", () => {
    expect(layerOf("padding=same").padding).toEqual({ same: "pytorch" });
    expect(layerOf("padding=same-d2l").padding).toEqual({ same: "d2l" });
    expect(layerOf("padding=same-tensorflow").padding).toEqual({ same: "tensorflow" });
    expect(layerOf("padding=valid").padding).toEqual(defaultState.document.layers[0].padding);
  });

  test("a kernel of which only the size is told holds ones", () => {
    expect(rowsOf(layerOf("kernel-size=1,3").weight)).toEqual([[1, 1, 1]]);
    expect(rowsOf(layerOf("kernel=1,2,3,4&kernel-size=2").weight)).toEqual([
      [1, 2],
      [3, 4],
    ]);
  });

  test("percent-encoding and the true minus sign", () => {
    expect(rowsOf(layerOf("kernel=%E2%88%921%2C2%3B3%2C−4").weight)).toEqual([
      [-1, 2],
      [3, -4],
    ]);
  });

  test("the query too, and the fragment wins", () => {
    const { state } = readAddress("#stride=1,2", "?stride=2&bias=3");
    expect(state.document.layers[0].stride).toEqual([1, 2]);
    expect(state.document.layers[0].bias).toEqual([3]);
  });

  test("a step past the end is the last; between two steps is a position too", () => {
    expect(readAddress("step=99").state.position).toBe(3);
    expect(readAddress("step=1.25").state.position).toBe(1.25);
  });

  test("everything about how it is shown", () => {
    const { state, given } = readAddress(
      "theme=projector&notation=d2l&ui=figure&speed=2.5&play=1&lang=zh-Hans",
    );
    expect(state).toMatchObject({
      theme: "projector",
      notation: "d2l",
      ui: "figure",
      speed: 2.5,
      play: true,
    });
    expect(state.language).toBe("zh-CN");
    expect([...given].sort()).toEqual(["lang", "notation", "play", "speed", "theme", "ui"]);
  });
});

describe("unknown pairs", () => {
  test("are kept and named in the fragment", () => {
    const { unknown, notices } = readAddress("#course=one&bias=2&title=k3p1r");
    expect(unknown).toEqual([
      ["course", "one"],
      ["title", "k3p1r"],
    ]);
    expect(notices).toHaveLength(1);
    expect(told("#course=one&bias=2&title=k3p1r")).toEqual([
      "Not known to this version, kept in the link: course=one, title=k3p1r",
    ]);
  });

  test("are ignored in silence after the question mark", () => {
    const { unknown, notices } = readAddress("", "?utm_source=mail&view=image&course=one");
    expect([unknown, notices]).toEqual([[], []]);
  });

  test("good values that need a later release count as unknown", () => {
    const { unknown, state } = readAddress("#view=image&bias=2");
    expect(unknown).toEqual([["view", "image"]]);
    expect(state.view).toBe("explore");
    expect(writeAddress(state, unknown)).toBe("bias=2&view=image");
  });

  test("give way where the state says their key", () => {
    const { state, unknown } = readAddress("#view=image&page=2");
    const edited: AddressState = { ...state, view: "learn" };
    expect(writeAddress(edited, unknown)).toBe("input=0,1,2;3,4,5;6,7,8&view=learn&page=2");
  });

  test.each(["__proto__", "constructor", "toString"])("%s is one of them, as a key and as a word", (name) => {
    expect(readAddress(`#${name}=1`).unknown).toEqual([[name, "1"]]);
    for (const key of ["op", "padding", "padding-mode", "activation", "theme", "view", "hide", "lang"]) {
      const { state, notices } = readAddress(`#${key}=${name}`);
      expect(state).toEqual(defaultState);
      expect(notices).toHaveLength(1);
      expect(say(notices[0]?.key ?? "", notices[0]?.values ?? {})).toContain(`${key}=${name} cannot be used`);
    }
  });

  test("text from a stranger stays text, cut at 200 characters", () => {
    const title = "<img src=x onerror=alert(1)>";
    const { notices, unknown } = readAddress(`#title=${encodeURIComponent(title)}`);
    expect(notices[0]?.values.pairs).toBe(`title=${title}`);
    expect(unknown).toEqual([["title", title]]);
    const long = readAddress(`#title=${"x".repeat(5000)}&image=javascript:alert(1)`);
    expect(String(long.notices[0]?.values.pairs)).toHaveLength(200);
    expect(long.unknown[0]?.[1]).toHaveLength(5000);
  });
});

describe("values that cannot be used", () => {
  test.each<[string, string]>([
    [
      "kernel=1,2,3;4,5,6;7,8",
      "Kernel in the link has 8 numbers, 3×3 needs 9 | kernel=1,2,3;4,5,6;7,8 cannot be used, 0,1;2,3 is used instead",
    ],
    [
      "kernel=1,2;3,4;5,6;7,8&kernel-size=3",
      "Kernel in the link has 8 numbers, 3×3 needs 9 | kernel=1,2;3,4;5,6;7,8 cannot be used, 0,1;2,3 is used instead",
    ],
    [
      "input=1,2;3",
      "Input in the link has 3 numbers, 2×2 needs 4 | input=1,2;3 cannot be used, 0,1,2;3,4,5;6,7,8 is used instead",
    ],
    [
      "kernel-size=1000000000",
      "Size 1000000000 is outside 1–64 | kernel-size=1000000000 cannot be used, 2 is used instead",
    ],
    [
      "kernel-size=1e9,1e9",
      "Size 1000000000 is outside 1–64 | kernel-size=1e9,1e9 cannot be used, 2 is used instead",
    ],
    ["kernel-size=0", "Size 0 is outside 1–64 | kernel-size=0 cannot be used, 2 is used instead"],
    ["kernel-size=-1", "Size -1 is outside 1–64 | kernel-size=-1 cannot be used, 2 is used instead"],
    ["kernel-size=2.5", "Size 2.5 is outside 1–64 | kernel-size=2.5 cannot be used, 2 is used instead"],
    ["kernel-size=12", "Kernel size 12 is outside 1–11 | kernel-size=12 cannot be used, 2 is used instead"],
    [
      `input=${"1;".repeat(64)}1`,
      `Size 65 is outside 1–64 | input=${"1;".repeat(64)}1 cannot be used, 0,1,2;3,4,5;6,7,8 is used instead`,
    ],
    ["kernel=1,x;2,3", "Not a number | kernel=1,x;2,3 cannot be used, 0,1;2,3 is used instead"],
    ["kernel=1,NaN", "Not a number | kernel=1,NaN cannot be used, 0,1;2,3 is used instead"],
    [
      "kernel=1,1e999",
      '"1e999" is not a finite number | kernel=1,1e999 cannot be used, 0,1;2,3 is used instead',
    ],
    [
      "kernel=1,1e308",
      "Entries must lie between -1000000 and 1000000 | kernel=1,1e308 cannot be used, 0,1;2,3 is used instead",
    ],
    [
      "bias=1000001",
      "Entries must lie between -1000000 and 1000000 | bias=1000001 cannot be used, 0 is used instead",
    ],
    ["bias=much", "bias=much cannot be used, 0 is used instead"],
    ["stride=0", "Stride must be a whole number of at least 1 | stride=0 cannot be used, 1 is used instead"],
    [
      "stride=1.5,1",
      "Stride must be a whole number of at least 1 | stride=1.5,1 cannot be used, 1 is used instead",
    ],
    ["stride=9", "Stride can be at most 8 | stride=9 cannot be used, 1 is used instead"],
    ["stride=1,2,3", "stride=1,2,3 cannot be used, 1 is used instead"],
    ["padding=-1", "Padding cannot be negative | padding=-1 cannot be used, 0 is used instead"],
    ["padding=17", "Padding can be at most 16 on each side | padding=17 cannot be used, 0 is used instead"],
    ["padding=1:2:3", "padding=1:2:3 cannot be used, 0 is used instead"],
    ["padding=samey", "padding=samey cannot be used, 0 is used instead"],
    ["dilation=0", "Dilation must be at least 1 | dilation=0 cannot be used, 1 is used instead"],
    ["step=-1", "step=-1 cannot be used, 0 is used instead"],
    ["step=soon", "step=soon cannot be used, 0 is used instead"],
    ["speed=11", "speed=11 cannot be used, 1 is used instead"],
    ["lang=fr", "lang=fr cannot be used, — is used instead"],
    ["preset=nothing", 'There is no example named "nothing"'],
  ])("%s", (fragment, message) => {
    expect(told(fragment)).toEqual([message]);
  });

  test("fall back alone", () => {
    const { state, notices } = readAddress("kernel=1,2,3;4,5,6;7,8&bias=4&stride=2&step=0");
    expect(notices).toHaveLength(1);
    expect(state.document.layers[0]).toMatchObject({ bias: [4], stride: [2, 2] });
    expect(rowsOf(state.document.layers[0].weight)).toEqual([
      [0, 1],
      [2, 3],
    ]);
  });
});

describe("values that do not go together", () => {
  test.each<[string, string, (layer: Layer, document: ConvDocument) => unknown, unknown]>([
    ["a kernel larger than the input", "kernel-size=5", ({ weight }) => weight.shape, [1, 1, 2, 2]],
    ["an input smaller than the default kernel", "input=1", (_, { input }) => input.shape, [1, 1, 3, 3]],
    ["a dilated kernel", "input=1,2,3,4,5&kernel=1,1,1&dilation=3", ({ dilation }) => dilation, [1, 1]],
    [
      "reflection of more than there is",
      "padding=3&padding-mode=reflect",
      ({ padding }) => padding,
      [
        [0, 0],
        [0, 0],
      ],
    ],
    [
      "going round more than once",
      "padding=4&padding-mode=circular",
      ({ padding }) => padding,
      [
        [0, 0],
        [0, 0],
      ],
    ],
  ])("%s: one key gives way, one notice says so", (_, fragment, look, expected) => {
    const { state, notices } = readAddress(fragment);
    expect(look(state.document.layers[0], state.document)).toEqual(expected);
    expect(notices).toHaveLength(1);
    expect(notices[0]?.detail?.key).toBe("notice.link-used");
    expect(errorsOf(state.document)).toEqual([]);
  });

  test("the kernel's notice is that of the editor", () => {
    expect(told("kernel-size=5")).toEqual([
      "Kernel 5×5 does not fit the padded input 3×3. | kernel-size=5 cannot be used, 2 is used instead",
    ]);
  });

  test("several at once", () => {
    const { state, notices } = readAddress("kernel-size=9&dilation=8&stride=0&padding=-1&bias=7");
    expect(errorsOf(state.document)).toEqual([]);
    expect(state.document.layers[0].bias).toEqual([7]);
    expect(notices.length).toBeGreaterThanOrEqual(3);
  });
});

describe("limits", () => {
  test("a fragment or query over 32 KiB is not read, and stays", () => {
    const long = `#bias=1&x=${"y".repeat(32 * 1024)}`;
    for (const reading of [readAddress(long), readAddress("", long)]) {
      expect(reading.state).toEqual(defaultState);
      expect(reading.keepLink).toBe(true);
    }
    expect(told(long)).toEqual(["The link is too long to open"]);
  });

  test("thousands of pairs are not read", () => {
    expect(told("a&".repeat(1000))).toEqual(["The link holds too much data"]);
    expect(readAddress("a&".repeat(999)).unknown).toHaveLength(999);
  });

  test("64×64 numbers are read", () => {
    const document = setInputSize([64, 64])(defaultState.document);
    expect(errorsOf(document)).toEqual([]);
    expect(readAddress(writeAddress({ ...defaultState, document })).state.document.input.shape).toEqual([
      1, 1, 64, 64,
    ]);
  });
});

describe("writing", () => {
  test("the default is empty; what equals its default is left out", () => {
    expect(writeAddress(defaultState)).toBe("");
    const document = setPadding([
      [1, 1],
      [1, 1],
    ])(setStride([2, 2])(defaultState.document));
    expect(writeAddress({ ...defaultState, document })).toBe("stride=2&padding=1");
  });

  test.each([
    "input=1,2,3;4,5,6;7,8,9&kernel=-1,0.5;1e-7,3&bias=-2",
    "stride=3,2&dilation=1,2&padding=2:0,1&padding-mode=replicate",
    "padding=same-d2l&op=conv-flipped&activation=relu",
    "padding=same&step=2.5&speed=2.4&play=1",
    "theme=dark&lang=zh-CN&notation=d2l&ui=none&hide=formula,code&lock=input,op",
  ])("%s is canonical: read and written it stays", (fragment) => {
    const { state, unknown, notices } = readAddress(fragment);
    expect(notices).toEqual([]);
    expect(writeAddress(state, unknown)).toBe(fragment);
  });

  test("what another one wrote at length becomes short", () => {
    const { state } = readAddress("stride=2,2&padding=1:1,1:1&op=conv&kernel=0,1;2,3&hide=code,formula,code");
    expect(writeAddress(state)).toBe("stride=2&padding=1&hide=formula,code");
  });

  test("unknown pairs come back as they were, whatever is in them", () => {
    const pairs = [
      ["a b", "1&2=3#4%"],
      ["题", "é\u202e"],
      ["", "x"],
    ] as const;
    expect(readAddress(writeAddress(defaultState, pairs)).unknown).toEqual(pairs);
  });

  test("doubles come back bit for bit", () => {
    const rows = [
      [0.1, 1 / 3, -1e-300],
      [5e-324, 123456.78901234567, -999999.9999999999],
    ];
    const document = replaceGrid("input", rows)(defaultState.document);
    const { state } = readAddress(writeAddress({ ...defaultState, document }));
    expect(rowsOf(state.document.input)).toEqual(rows);
  });

  test("a reading is the document that was written, and nothing is told", () => {
    const base = replaceGrid(
      "input",
      rowsOf(
        gridOf([
          [1, 2, 3, 4],
          [5, 6, 7, 8],
          [9, 1, 2, 3],
        ]),
      ),
    )(defaultState.document);
    const document = fillGrid("kernel", { kind: "random", seed: 7 })(base);
    const reading: AddressReading = readAddress(writeAddress({ ...defaultState, document, position: 5 }));
    expect(sameDocument(reading.state.document, document)).toBe(true);
    expect(reading.state.position).toBe(5);
    expect(reading.notices).toEqual([]);
  });
});

test.each([
  ["kernel-size=3&in-channels=3&out-channels=12&groups=3", [12, 1, 3, 3]],
  ["groups=3&out-channels=12&in-channels=3&kernel-size=3", [12, 1, 3, 3]],
  ["in-channels=3&groups=3&kernel-size=3", [3, 1, 3, 3]],
  ["kernel-size=1&groups=3&out-channels=12&input=1|2|3", [12, 1, 1, 1]],
  ["op=transposed&kernel-size=3&in-channels=3&out-channels=12&groups=3", [3, 4, 3, 3]],
  ["groups=3&input=1|2|3&out-channels=12&kernel-size=3&op=transposed", [3, 4, 3, 3]],
])("groups go with the channels that are said: %s", (address, shape) => {
  const { state, notices } = readAddress(`#${address}`);
  const [layer] = state.document.layers;
  expect(notices).toEqual([]);
  expect([layer.weight.shape, layer.groups]).toEqual([shape, 3]);
  expect(layer.bias).toEqual(new Array(layer.op === "transposed" ? 12 : shape[0]).fill(0));
});

test("groups that the channels do not allow give way, and it is said", () => {
  const { state, notices } = readAddress("#kernel-size=3&in-channels=4&out-channels=6&groups=3");
  expect(state.document.layers[0].weight.shape).toEqual([6, 4, 3, 3]);
  expect(notices.map(({ key }) => key)).toEqual(["problem.groups-not-divisor"]);
});
