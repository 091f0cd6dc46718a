import { execFileSync } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { build } from "vite";
import { expect, test } from "./fixtures";

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly peerDependencies: Readonly<Record<string, string>>;
}

let project = "";

/** An empty project with the packed package, and of other packages those that it names. */
test.beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), "convscope-library-"));
  execFileSync("npm", ["pack", "--ignore-scripts", "--pack-destination", project]);
  const packed = readdirSync(project).find((name) => name.endsWith(".tgz"));
  const place = join(project, "node_modules/convscope");
  mkdirSync(place, { recursive: true });
  execFileSync("tar", ["-xzf", join(project, packed ?? ""), "-C", place, "--strip-components=1"]);
  const manifest: Manifest = JSON.parse(readFileSync(join(place, "package.json"), "utf8"));
  for (const name of Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies })) {
    const link = join(project, "node_modules", name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(resolve("node_modules", name), link);
  }
  writeFileSync(join(project, "package.json"), '{ "type": "module", "private": true }');
});

test.afterAll(() => rmSync(project, { recursive: true, force: true }));

function inNode(code: string): string {
  return execFileSync(process.execPath, ["--input-type=module", "-e", code], {
    cwd: project,
    encoding: "utf8",
  });
}

test("the core convolves in Node", () => {
  const code = `import { conv, taps } from "convscope/core";
    const tensor = (shape, values) => ({ shape, data: Float64Array.from(values) });
    const input = tensor([1, 1, 3, 3], [0, 1, 2, 3, 4, 5, 6, 7, 8]);
    const weight = tensor([1, 1, 2, 2], [0, 1, 2, 3]);
    console.log(JSON.stringify([[...conv(input, weight, null, {}).data], typeof taps]));`;
  // The example of the notes: 0·0 + 1·1 + 3·2 + 4·3 = 19, and so on.
  expect(JSON.parse(inNode(code))).toEqual([[19, 25, 37, 43], "function"]);
});

test("on a server, every other entry can be imported and does nothing", () => {
  const code = `const names = ["", "/element", "/anywidget", "/client"];
    const entries = await Promise.all(names.map((name) => import("convscope" + name)));
    console.log(JSON.stringify(entries.map((entry) => Object.keys(entry).sort())));`;
  const [main, element, notebook, client] = JSON.parse(inNode(code));
  expect(main).toContain("mount");
  expect(element).toContain("ConvScopeElement");
  expect(notebook).toEqual(["default"]);
  expect(client).toContain("connect");
});

test("a project builds with it, and has React once", async () => {
  writeFileSync(
    join(project, "main.js"),
    'import { mount } from "convscope"; import "convscope/element"; import { version } from "react"; mount(document.body, { state: { stride: 2, note: version } });',
  );
  writeFileSync(join(project, "index.html"), '<script type="module" src="./main.js"></script>');
  const built = await build({
    root: project,
    configFile: false,
    logLevel: "error",
    build: { write: false, minify: false },
  });
  const output = !Array.isArray(built) && "output" in built ? built.output : [];
  const code = output.map((file) => (file.type === "chunk" ? file.code : "")).join("\n");
  expect(code).toContain("conv-scope");
  expect(code.match(/\.__CLIENT_INTERNALS_DO_NOT_USE_OR_WARN_USERS_THEY_CANNOT_UPGRADE = /g)).toHaveLength(1);
});

test("the manifest names what is there, with its types", async () => {
  const { messages, pkg } = await publint({ pkgDir: process.cwd(), pack: "npm", strict: true });
  expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
});

test("a typed project finds every entry's types", () => {
  writeFileSync(
    join(project, "typed.ts"),
    `import { mount, type Widget } from "convscope";
     import { conv, type Tensor } from "convscope/core";
     import { ConvScopeElement } from "convscope/element";
     import { connect } from "convscope/client";
     export const make = (place: HTMLElement): Widget => mount(place, { state: { stride: 2 }, onStep: (step: number) => step });
     export const sum = (a: Tensor<Float64Array>): Tensor<Float64Array> => conv(a, a, null, {});
     export const used = [ConvScopeElement, connect];
     // @ts-expect-error a state is a record
     export const wrong = (place: HTMLElement) => mount(place, { state: 2 });`,
  );
  const options = [
    "--noEmit",
    "--strict",
    "--target",
    "es2023",
    "--lib",
    "es2023,dom,dom.iterable",
    "--types",
    "",
  ];
  for (const module of [
    ["--module", "nodenext"],
    ["--module", "esnext", "--moduleResolution", "bundler"],
  ])
    execFileSync(
      process.execPath,
      [resolve("node_modules/typescript/bin/tsc"), ...options, ...module, "typed.ts"],
      {
        cwd: project,
        stdio: "inherit",
      },
    );
});
