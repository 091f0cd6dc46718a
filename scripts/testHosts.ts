// Installs and builds every example, opens it in Chromium, and tries its figures: `npm run test:hosts [-- NAME…]`.
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { watchHost } from "./hostFigure";
import { HOSTS, type Host } from "./hosts";
import { withBrowser, withSite } from "./site";

const wanted = process.argv.slice(2);
const packed = unpack();
let passed = 0;
let failed = 0;
for (const host of HOSTS) {
  if (wanted.length > 0 && !wanted.includes(host.name)) continue;
  try {
    await tryHost(host);
    passed += 1;
    console.log(`ok: ${host.name}`);
  } catch (error) {
    failed += 1;
    console.error(`failed: ${host.name}: ${error instanceof Error ? error.message : error}`);
  }
  // One host's packages are larger than this project.
  rmSync(join("examples", host.name, "node_modules"), { recursive: true, force: true });
}
rmSync(packed, { recursive: true, force: true });
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;

/** The package as its users get it. */
function unpack(): string {
  const place = mkdtempSync(join(tmpdir(), "convscope-hosts-"));
  run(process.cwd(), "npm", ["pack", "--ignore-scripts", "--pack-destination", place]);
  const file = readdirSync(place).find((name) => name.endsWith(".tgz")) ?? "";
  run(place, "tar", ["-xzf", file]);
  return join(place, "package");
}

async function tryHost({ name, assets, build, prepare, served, check }: Host): Promise<void> {
  const folder = resolve("examples", name);
  rmSync(join(folder, assets), { recursive: true, force: true });
  cpSync(join(packed, "dist"), join(folder, assets), { recursive: true });
  if (existsSync(join(folder, "package-lock.json"))) run(folder, "npm", ["ci", "--no-audit", "--no-fund"]);
  if (build) run(folder, "npm", ["run", build]);
  prepare?.(folder);
  await withSite(join(folder, served), (url) =>
    withBrowser(async (browser) => {
      const page = await browser.newPage({ locale: "en-US", viewport: { width: 1280, height: 800 } });
      page.setDefaultTimeout(60_000);
      const errors: string[] = [];
      page.on("pageerror", ({ message }) => errors.push(message));
      page.on("console", (message) => {
        const icon = /favicon/.test(message.location().url);
        if (message.type() === "error" && !icon) errors.push(message.text());
      });
      await watchHost(page);
      await check(page, url);
      if (errors.length > 0) throw new Error(`errors on the page: ${errors.join("; ")}`);
    }),
  );
}

function run(cwd: string, command: string, args: readonly string[]): void {
  const env = { ...process.env, NODE_ENV: undefined, CI: "true" };
  execFileSync(command, args, { cwd, env, stdio: "pipe" });
}
