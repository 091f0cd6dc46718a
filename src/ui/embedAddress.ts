import { writeAddress } from "../model/address";
import { type AddressState, defaultState } from "../model/addressState";
import type { Notice } from "../model/notice";
import { packAddress } from "../model/packedAddress";
import type { AppState } from "../store/appStore";
import { linkOf } from "./addressOf";

/** How a figure is to be shown elsewhere. */
export type EmbedLook = Pick<AddressState, "ui" | "hidden" | "locked" | "theme" | "language">;

/** What is on the page, in another look, as the text of an address; a notice where it would be too long for one. */
export function embedAddress(
  state: AppState,
  look: EmbedLook,
): Promise<{ readonly text: string } | { readonly notice: Notice }> {
  const address = { ...linkOf(state), ...look };
  const text = writeAddress(address);
  const unnamed = writeAddress({ ...defaultState, document: address.document }) === "";
  return packAddress(unnamed ? ["preset=corr2d", text].filter(Boolean).join("&") : text);
}
