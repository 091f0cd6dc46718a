import { startTransition } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./App";

export function openPage(page: Document): void {
  const root = page.getElementById("root");
  if (!root) throw new Error("The page has no #root");
  startTransition(() => createRoot(root).render(<App />));
}
