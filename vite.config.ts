import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { embedPage } from "./scripts/embedPage.ts";
import { finishedPage } from "./scripts/finishedPage.ts";
import { firstViewChunks } from "./scripts/firstViewChunks.ts";

export default defineConfig({
  base: "./",
  plugins: [react(), finishedPage(), embedPage()],
  build: {
    outDir: "dist/site",
    target: ["es2023", "chrome123", "firefox124", "safari17.5"],
    // The policy allows fonts and scripts from files only.
    assetsInlineLimit: 0,
    // The page names its chunks itself; nothing is left for a loader at run time.
    modulePreload: { polyfill: false, resolveDependencies: () => [] },
    rolldownOptions: { output: { codeSplitting: { groups: firstViewChunks() } } },
  },
});
