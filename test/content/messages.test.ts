import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const CATALOGUES = "src/content/messages";

/** The text of every source file but the catalogues. */
const sources = readdirSync("src", { recursive: true, encoding: "utf8" })
  .map((file) => join("src", file))
  .filter((file) => /\.tsx?$/.test(file) && !file.startsWith(CATALOGUES))
  .map((file) => readFileSync(file, "utf8"));

/** Every name in quotes. */
const names = new Set(found(/"([\w.-]+)"/g));

/**
 * Names that are put together, such as `preset.${name}.title`: anything may stand in their gaps. Those that begin with a gap
 * could be any; of them there are the sides of input and kernel alone.
 */
const patterns = [
  /^(?:input|kernel)\.(?:depth|length|height|width)(?:\.short)?$/,
  ...found(/`([a-z]\w*\.[\w.-]*(?:\$\{[^}`]*\}[\w.-]*)+)`/g).map(
    (name) => new RegExp(`^${name.replaceAll(".", "\\.").replaceAll(/\$\{[^}]*\}/g, ".*")}$`),
  ),
];

function found(name: RegExp): string[] {
  return sources.flatMap((text) => [...text.matchAll(name)].map(([, each = ""]) => each));
}

const catalogues = readdirSync(CATALOGUES).filter((file) => /\.en\.ts$/.test(file));

test.each(catalogues)("every message of %s is used", (file) => {
  const text = readFileSync(join(CATALOGUES, file), "utf8");
  const keys = [...text.matchAll(/^ {2}"([^"]+)":/gm)].map(([, key = ""]) => key);
  const isUsed = (key: string) => {
    const base = key.replace(/\.(?:zero|one|two|few|many|other)$/, "");
    return (
      names.has(key) || names.has(base) || patterns.some((pattern) => pattern.test(key) || pattern.test(base))
    );
  };
  expect(keys.filter((key) => !isUsed(key))).toEqual([]);
});
