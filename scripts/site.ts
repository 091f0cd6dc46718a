import { type Browser, chromium } from "@playwright/test";
import { preview } from "vite";
import { BROWSER_FLAGS, findBrowser } from "./browser";

/** Serves a built folder on a free port of this machine while `use` runs. */
export async function withSite<T>(outDir: string, use: (url: string) => Promise<T>): Promise<T> {
  const server = await preview({
    configFile: false,
    logLevel: "error",
    build: { outDir },
    preview: { host: "localhost", port: 0 },
  });
  try {
    const address = server.httpServer.address();
    if (typeof address !== "object" || !address) throw new Error(`${outDir} is served nowhere`);
    return await use(`http://localhost:${address.port}/`);
  } finally {
    await server.close();
  }
}

/** Runs `use` with a Chromium of its own. */
export async function withBrowser<T>(use: (browser: Browser) => Promise<T>): Promise<T> {
  const executablePath = findBrowser();
  if (!executablePath) throw new Error("No browser found: `npm test` says how to get one");
  const browser = await chromium.launch({ executablePath, args: BROWSER_FLAGS });
  try {
    return await use(browser);
  } finally {
    await browser.close();
  }
}
