import { expect, test } from "vitest";
import { pageLink } from "../../src/ui/pageLink";

const place = (search: string) => ({ origin: "https://example.org", pathname: "/scope/", search });

test("an empty fragment leaves the bare page", () => {
  expect(pageLink("", place(""))).toBe("https://example.org/scope/");
});

test("a query that means nothing here stays, letter for letter", () => {
  expect(pageLink("stride=2", place("?utm_source=mail&x"))).toBe(
    "https://example.org/scope/?utm_source=mail&x#stride=2",
  );
});

test("what the query said of the document goes, because the fragment now says it or it is no longer so", () => {
  expect(pageLink("stride=3", place("?stride=2&utm=a"))).toBe("https://example.org/scope/?utm=a#stride=3");
  expect(pageLink("", place("?stride=2"))).toBe("https://example.org/scope/");
});
