// @vitest-environment jsdom
import { act, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { createSavedWork } from "../../src/model/savedWork";
import { lateComponent } from "../../src/ui/lateComponent";
import { Notices } from "../../src/ui/Notices";
import { renderInApp } from "./renderInApp";

test("a part that can't be fetched leaves the page standing, with a notice and a way to reload", async () => {
  const Missing = lateComponent(() => Promise.reject(new TypeError("Failed to fetch")));
  await act(async () => {
    renderInApp(
      <>
        <Notices />
        <p>The rest</p>
        <Missing />
      </>,
      {},
      createSavedWork(() => null),
    );
  });
  expect(screen.getByText("The rest")).toBeTruthy();
  expect(screen.getByRole("region", { name: "Notices" }).textContent).toContain("A new version is available");
  expect(screen.getByRole("button", { name: "Reload" })).toBeTruthy();
});

test("a part that has been fetched ahead is there at once, with what it is told", async () => {
  const Greeting = lateComponent<{ name: string }>(
    async () =>
      ({ name }) =>
        `Hello ${name}`,
  );
  await act(async () => Greeting.prepare());
  renderInApp(<Greeting name="there" />);
  expect(screen.getByText("Hello there")).toBeTruthy();
});
