import { createServer } from "node:net";
import { defineConfig } from "@playwright/test";
import { BROWSER_FLAGS, findBrowser } from "./scripts/browser";

// The workers read this file again: they must find the port that the first reading chose.
process.env.CONVSCOPE_PORT ??= String(await freePort());
const baseURL = `http://localhost:${process.env.CONVSCOPE_PORT}`;
const executablePath = findBrowser();
if (executablePath) process.env.CHROMIUM_PATH = executablePath;

export default defineConfig({
  testDir: "test/browser",
  outputDir: "test-results",
  fullyParallel: true,
  forbidOnly: !!process.env.CI,
  // A busy machine is slow, never wrong: what is waited for may take its time.
  retries: process.env.CI ? 2 : 0,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  workers: 2,
  use: {
    baseURL,
    browserName: "chromium",
    locale: "en-US",
    colorScheme: "light",
    viewport: { width: 1440, height: 900 },
    launchOptions: { args: BROWSER_FLAGS, ...(executablePath ? { executablePath } : {}) },
  },
  webServer: {
    command: `node node_modules/vite/bin/vite.js preview --port ${process.env.CONVSCOPE_PORT} --strictPort`,
    url: baseURL,
  },
});

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, () => {
      const address = server.address();
      server.close(() =>
        typeof address === "object" && address ? resolve(address.port) : reject(new Error("no port is free")),
      );
    });
  });
}
