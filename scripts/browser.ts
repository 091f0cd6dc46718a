import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "@playwright/test";

const NAMES = ["chromium", "google-chrome", "google-chrome-stable", "chromium-browser", "microsoft-edge"];
const ELSEWHERE = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  join(process.env.PROGRAMFILES ?? "", "Google/Chrome/Application/chrome.exe"),
];

/** Flags without which Chromium does not start as root, or in a container with little shared memory. */
export const BROWSER_FLAGS = process.platform === "linux" ? ["--no-sandbox", "--disable-dev-shm-usage"] : [];

/** Path of a Chromium that starts: `$CHROMIUM_PATH`, the system's, or Playwright's own; null where there is none. */
export function findBrowser(): string | null {
  const named = process.env.CHROMIUM_PATH;
  if (named) return named;
  const folders = (process.env.PATH ?? "").split(delimiter);
  const onPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...onPath, ...ELSEWHERE, chromium.executablePath()].find(starts) ?? null;
}

/** Installs a Chromium: with apt on Debian where that is allowed, else Playwright's build. */
export function installBrowser(): string | null {
  const root = process.getuid?.() === 0;
  const asRoot = root ? [] : ["sudo", "-n"];
  if (isDebian() && run([...asRoot, "apt-get", "update"]))
    run([...asRoot, "apt-get", "install", "-y", "--no-install-recommends", "chromium"]);
  const path = findBrowser();
  if (path) return path;
  run([
    process.execPath,
    "node_modules/@playwright/test/cli.js",
    "install",
    "chromium",
    ...(root ? ["--with-deps"] : []),
  ]);
  return findBrowser();
}

// Some systems ship a script of that name that only says how to install the browser.
function starts(path: string): boolean {
  return existsSync(path) && (process.platform === "win32" || run([path, "--version"], "ignore"));
}

function isDebian(): boolean {
  return existsSync("/etc/os-release") && /^ID=debian$/m.test(readFileSync("/etc/os-release", "utf8"));
}

function run([command = "", ...args]: string[], output: "inherit" | "ignore" = "inherit"): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  return spawnSync(command, args, { stdio: ["ignore", output, output], env }).status === 0;
}
