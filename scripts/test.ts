import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { findBrowser, installBrowser } from "./browser";

interface UnitReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

const results = mkdtempSync(join(tmpdir(), "convscope-tests-"));
let passed = 0;
let failed = 0;
const failures: string[] = [];

const browser = findBrowser() ?? installBrowser();
if (!browser) {
  console.error("No browser found: install Chromium or Chrome, or set CHROMIUM_PATH to one, then run again.");
  process.exit(1);
}

unitTests();
const built =
  node(["node_modules/vite/bin/vite.js", "build"]) && node(["scripts/run.mjs", "scripts/buildLibrary.ts"]);
if (built) browserTests(browser);
else failed += 1;
rmSync(results, { recursive: true, force: true });
for (const name of failures) console.log(`failed: ${name}`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;

function unitTests(): void {
  const file = join(results, "unit.json");
  const fine = node([
    "node_modules/vitest/vitest.mjs",
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${file}`,
  ]);
  const report = read<UnitReport>(file);
  for (const { name, assertionResults } of report?.testResults ?? []) {
    for (const { status, fullName } of assertionResults) {
      if (status === "failed") failures.push(`${relative(process.cwd(), name)} › ${fullName}`);
    }
  }
  count(report?.numPassedTests, report?.numFailedTests, fine);
}

function browserTests(path: string): void {
  const file = join(results, "browser.json");
  const fine = node(["node_modules/@playwright/test/cli.js", "test", "--reporter=line,json"], {
    CHROMIUM_PATH: path,
    PLAYWRIGHT_JSON_OUTPUT_NAME: file,
  });
  const stats = read<{ stats: { expected: number; unexpected: number; flaky: number } }>(file)?.stats;
  count(stats && stats.expected + stats.flaky, stats?.unexpected, fine);
}

// A runner that stops before its tests (a broken file, an unhandled error) fails without a failed test.
function count(good = 0, bad = 0, fine: boolean): void {
  passed += good;
  failed += bad === 0 && !fine ? 1 : bad;
}

function node(args: readonly string[], env: Record<string, string> = {}): boolean {
  // What runs this file counts as development; what is tested is the page as it is built for its readers.
  const inherited = { ...process.env, NODE_ENV: undefined };
  const options = { stdio: ["ignore", "inherit", "inherit"] as const, env: { ...inherited, ...env } };
  return spawnSync(process.execPath, args, { ...options, stdio: [...options.stdio] }).status === 0;
}

function read<Report>(file: string): Report | undefined {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}
