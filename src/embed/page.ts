import { followHeight } from "./followHeight";
import { createFrame, type Frame } from "./frame";
import { frameState } from "./frameState";
import { mount } from "./mount";

const place = document.getElementById("figure");
if (!place) throw new Error("The page has no #figure");

const saved = document.getElementById("state");
const data = saved?.textContent ?? "";
const asked = () => frameState({ data, search: location.search, hash: location.hash });

let frame: Frame | undefined;
let height: ReturnType<typeof followHeight> | undefined;
const widget = mount(place, {
  state: asked(),
  // A file of its own has the page elsewhere.
  app: saved?.dataset.app ?? "./index.html",
  onChange: (state) => {
    frame?.changed(state);
    height?.look();
  },
  onStep: (step) => frame?.stepped(step),
});
frame = createFrame(window, widget);
frame.ready();
height = followHeight(place, frame.resize);

// What the new address doesn't say is at its default again.
addEventListener("hashchange", () => {
  const gone = Object.keys(widget.getState()).map((key) => [key, null]);
  void widget.setState({ ...Object.fromEntries(gone), ...asked() });
});
