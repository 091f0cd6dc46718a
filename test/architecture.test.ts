import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { parseSync } from "vite";
import { describe, expect, test } from "vitest";

/** What each room may import: other rooms, and packages. The table of docs/architecture.md. */
const ROOMS: Readonly<Record<string, readonly string[]>> = (() => {
  const scales = ["d3-interpolate", "d3-ease", "d3-color"];
  const shown = ["core", "model", "trace", "scene"];
  const above = [...shown, "engine", "playback", "render", "content", "store", "export"];
  return {
    core: [],
    engine: ["core"],
    model: ["core", "fflate"],
    trace: ["core", "model"],
    playback: ["d3-timer"],
    scene: ["core", "model", "trace", "d3-scale", "d3-shape", ...scales],
    render: ["scene", "d3-selection"],
    content: ["model"],
    store: ["core", "engine", "model", "trace", "playback", "zustand"],
    export: [...shown, "render"],
    ui: [...above, "react", "react-dom", "zustand", "uqr"],
    app: [...above, "ui", "react", "react-dom"],
    embed: [...above, "ui", "react", "react-dom"],
  };
})();

interface Import {
  readonly file: string;
  readonly specifier: string;
  /** The file imported, for one of this repository. */
  readonly target: string | undefined;
  readonly typesOnly: boolean;
}

const committed = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
  encoding: "utf8",
})
  .split("\n")
  .filter((file) => file !== "" && existsSync(file));
const sources = committed.filter((file) => /^src\/.*\.tsx?$/.test(file));
const imports = sources.flatMap(importsOf);

const roomOf = (file: string) => file.split("/")[1] ?? "";

describe("the rooms of src", () => {
  test("every room stands in the table", () => {
    const unknown = sources.map(roomOf).filter((room) => !Object.hasOwn(ROOMS, room));
    expect([...new Set(unknown)]).toEqual([]);
  });

  test("a file imports only what its room may", () => {
    const breaches = imports.flatMap(({ file, specifier, target }) => {
      const room = roomOf(file);
      const wanted = target ? roomOf(target) : packageOf(specifier);
      const allowed = wanted === room || ROOMS[room]?.includes(wanted);
      return allowed ? [] : [`${file} imports ${specifier}`];
    });
    expect(breaches).toEqual([]);
  });

  // Types may refer back: a slice of the store names the state that it is part of.
  test("no file runs itself by a detour", () => {
    const next = new Map(sources.map((file) => [file, targetsOf(file)]));
    expect(findCycle(next)).toEqual([]);
  });

  test("there is no barrel but the core's for other projects, no default export but the one that notebooks ask for, and no utils", () => {
    const names = sources.filter((file) => /(^|\/)(index|utils?|helpers?)\.tsx?$/.test(file));
    const defaults = sources.filter((file) =>
      /^export default |\bas default\b/m.test(readFileSync(file, "utf8")),
    );
    expect({ names, defaults }).toEqual({
      names: ["src/core/index.ts"],
      defaults: ["src/embed/anywidget.ts"],
    });
  });
});

test("no file names a folder of some machine, or a package registry", () => {
  // Written in pieces, so that this file doesn't find itself.
  const folders = ["home", "work", "Users", "root", "tmp"].join("|");
  const machine = new RegExp(`(?<![\\w.\\])}-])/(?:${folders})/[\\w.-]`);
  const registry = new RegExp(["registry", "(?:npmjs|yarnpkg|\\w+mirror)"].join("\\."));
  const text = committed.filter((file) => !/\.(woff2|png|gif|ico)$/.test(file));
  const breaches = text.flatMap((file) =>
    readFileSync(file, "utf8")
      .split("\n")
      .flatMap((line, index) =>
        machine.test(line) || registry.test(line)
          ? [`${file}:${index + 1} ${line.trim().slice(0, 120)}`]
          : [],
      ),
  );
  expect(breaches).toEqual([]);
});

function importsOf(file: string): Import[] {
  const code = readFileSync(file, "utf8");
  const { module, errors } = parseSync(file, code);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  const found = (specifier: string, typesOnly = false) => ({
    file,
    specifier,
    target: resolve(file, specifier),
    typesOnly,
  });
  return [
    ...module.staticImports.map(({ entries, moduleRequest }) =>
      found(moduleRequest.value, entries.length > 0 && entries.every((entry) => entry.isType)),
    ),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.flatMap((entry) =>
        entry.moduleRequest ? [found(entry.moduleRequest.value, entry.isType)] : [],
      ),
    ),
    ...module.dynamicImports.map(({ moduleRequest }) =>
      found(code.slice(moduleRequest.start, moduleRequest.end).replace(/^["'`]|["'`]$/g, "")),
    ),
  ];
}

function resolve(file: string, specifier: string): string | undefined {
  if (!specifier.startsWith(".")) return undefined;
  const path = normalize(join(dirname(file), specifier)).replaceAll("\\", "/");
  return ["", ".ts", ".tsx"].map((ending) => path + ending).find((name) => committed.includes(name)) ?? path;
}

function packageOf(specifier: string): string {
  return specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
}

function targetsOf(file: string): string[] {
  return imports.flatMap((each) =>
    each.file === file && each.target && !each.typesOnly ? [each.target] : [],
  );
}

/** One cycle as the list of its files; empty where there is none. */
function findCycle(next: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>();
  const walk = (file: string, trail: readonly string[]): string[] => {
    if (trail.includes(file)) return [...trail.slice(trail.indexOf(file)), file];
    if (done.has(file)) return [];
    for (const target of next.get(file) ?? []) {
      const cycle = walk(target, [...trail, file]);
      if (cycle.length > 0) return cycle;
    }
    done.add(file);
    return [];
  };
  for (const file of next.keys()) {
    const cycle = walk(file, []);
    if (cycle.length > 0) return cycle;
  }
  return [];
}
