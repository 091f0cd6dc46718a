import { configure } from "@testing-library/dom";
import fc from "fast-check";
import { addLayouts } from "../src/scene/layout";
import { otherLayouts } from "../src/scene/otherLayouts";

// Parts that are fetched on demand come late where the machine is busy.
configure({ asyncUtilTimeout: 20_000 });

// The page fetches them with the first touch.
addLayouts(otherLayouts);

// Every run draws the same examples; SEED=<number> draws others.
fc.configureGlobal({ seed: Number(process.env.SEED ?? 1) });
