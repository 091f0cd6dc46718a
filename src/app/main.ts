import "./fonts.css";
import { nextTask } from "./nextTask";

// Each part is evaluated in a task of its own, so that none is long on a slow machine.
await import("react-dom/client");
await nextTask();
const { openPage } = await import("./page");
await nextTask();
openPage(document);
document.documentElement.dataset.live = "";
