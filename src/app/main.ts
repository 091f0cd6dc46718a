import { nextPaint, nextTask } from "./nextTask";

const root = document.getElementById("root");
if (!root) throw new Error("The page has no #root");

await nextPaint();
// Each part is evaluated in a task of its own, so that none is long on a slow machine.
await import("react-dom/client");
await nextTask();
const { openPage, preparePage } = await import("./openPage");
await nextTask();
const prepared = await preparePage();
await nextTask();
openPage(root, prepared);
