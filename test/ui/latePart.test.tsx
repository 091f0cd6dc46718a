// @vitest-environment jsdom
import { act, screen } from "@testing-library/react";
import { lazy } from "react";
import { expect, test, vi } from "vitest";
import { LatePart } from "../../src/ui/LatePart";
import { Notices } from "../../src/ui/Notices";
import { renderInApp } from "./renderInApp";

test("a part that can't be fetched leaves the page standing, with a notice and a way to reload", async () => {
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  const Missing = lazy(() => Promise.reject(new TypeError("Failed to fetch")));
  await act(async () => {
    renderInApp(
      <>
        <Notices />
        <p>The rest</p>
        <LatePart>
          <Missing />
        </LatePart>
      </>,
    );
  });
  expect(screen.getByText("The rest")).toBeTruthy();
  expect(screen.getByRole("region", { name: "Notices" }).textContent).toContain("A new version is available");
  expect(screen.getByRole("button", { name: "Reload" })).toBeTruthy();
});
