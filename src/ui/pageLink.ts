import { readAddress } from "../model/address";
import { readPairs, writePairs } from "../model/addressPairs";

/** The parts of the page's address that are used here. */
export interface PlaceOnTheWeb {
  readonly origin: string;
  readonly pathname: string;
  readonly search: string;
}

/**
 * The page's address with another fragment. What the query said of the document now stands in the fragment, or is no
 * longer so; pairs of the query that mean nothing here, such as a campaign's, stay.
 */
export function pageLink(fragment: string, { origin, pathname, search }: PlaceOnTheWeb): string {
  return `${origin}${pathname}${foreignQuery(search)}${fragment && `#${fragment}`}`;
}

function foreignQuery(search: string): string {
  const foreign = readAddress(search.slice(1)).unknown;
  if (foreign.length === readPairs(search).length) return search;
  return foreign.length > 0 ? `?${writePairs(foreign)}` : "";
}
