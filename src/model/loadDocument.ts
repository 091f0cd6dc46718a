import type { ConvDocument } from "./document";
import type { Command } from "./gridCommands";
import { sameDocument } from "./sameDocument";

/** A whole document in the place of the present one, undone like any other change. */
export function loadDocument(loaded: ConvDocument): Command {
  return (document) => (sameDocument(document, loaded) ? document : loaded);
}
