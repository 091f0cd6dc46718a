// Writes the stylesheet of the cells' colours; test/scene/palette.test.ts holds it against its source.
import { writeFileSync } from "node:fs";
import { paletteCss } from "../src/scene/palette";

writeFileSync(new URL("../src/ui/palette.css", import.meta.url), paletteCss());
