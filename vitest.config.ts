import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.{ts,tsx}"],
    exclude: ["test/browser/**"],
    setupFiles: ["test/setup.ts"],
    testTimeout: 60_000,
  },
});
