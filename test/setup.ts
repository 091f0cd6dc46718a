import { configure } from "@testing-library/dom";
import { addLayouts } from "../src/scene/layout";
import { otherLayouts } from "../src/scene/otherLayouts";

// Parts that are fetched on demand come late where the machine is busy.
configure({ asyncUtilTimeout: 20_000 });

// The page fetches them with the first touch.
addLayouts(otherLayouts);
