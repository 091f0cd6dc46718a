import { expect, test } from "vitest";
import { shadowCss } from "../../src/embed/shadowCss";

test("the page's root becomes the widget's, and nothing else does", () => {
  expect(shadowCss('html{a:b}body{c:d}:root[data-theme="dark"]{e:f}.code-body{g:h}')).toBe(
    '.convscope{a:b}.convscope{c:d}.convscope[data-theme="dark"]{e:f}.code-body{g:h}',
  );
});

test("a rem is the widget's, whatever the page's is", () => {
  expect(shadowCss(".a{margin:0 -.5rem 1.25rem;--x:2rem}.b-1rem{}")).toBe(
    ".a{margin:0 calc(-.5 * var(--rem)) calc(1.25 * var(--rem));--x:calc(2 * var(--rem))}.b-1rem{}",
  );
});

test.each([
  ["@media (min-width: 48em){", "@container convscope (min-width: 48em){"],
  ["@media (width<=47.99em){", "@container convscope (width<=47.99em){"],
  ["@container (min-width: 19rem){", "@container (min-width: 19em){"],
  ["@media (forced-colors: active){", "@media (forced-colors: active){"],
  ["@media (min-width: 62em) and (min-height: 34em){", "@container convscope (max-width: 0){"],
])("%s asks the widget for its width, never for the window's height", (before, after) => {
  expect(shadowCss(before)).toBe(after);
});
