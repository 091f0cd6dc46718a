import { writeAddress } from "../model/address";
import { defaultState } from "../model/addressState";
import { packAddress } from "../model/packedAddress";
import type { AppStore } from "../store/appStore";
import { linkOf } from "./addressOf";
import { type PlaceOnTheWeb, pageLink } from "./pageLink";

/** The link that shows this page elsewhere; null, and a notice, where it would be too long. */
export async function shareLink(store: AppStore, place: PlaceOnTheWeb): Promise<string | null> {
  const state = store.getState();
  const address = linkOf(state);
  const text = writeAddress(address, state.unknown);
  const unnamed =
    address.lesson === null && writeAddress({ ...defaultState, document: address.document }) === "";
  // Without a word about the document the link would open on the other reader's saved work.
  const packed = await packAddress(unnamed ? ["preset=corr2d", text].filter(Boolean).join("&") : text);
  if ("text" in packed) return pageLink(packed.text, place);
  state.notify(packed.notice);
  return null;
}
