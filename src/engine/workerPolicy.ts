/** The part of Trusted Types that TypeScript's library does not know yet. */
interface TrustedTypes {
  readonly createPolicy: (
    name: string,
    rules: { readonly createScriptURL: (url: string) => string },
  ) => { readonly createScriptURL: (url: string) => string };
}

let policy: ReturnType<TrustedTypes["createPolicy"]> | undefined;

/**
 * An address that a worker may be started from under a page that requires Trusted Types. It lets through only files of
 * this page's own origin; browsers without Trusted Types are given the address itself.
 *
 * @throws TypeError for another origin
 */
export function workerAddress(address: string): string {
  const url = new URL(address, document.baseURI);
  if (url.origin !== location.origin) throw new TypeError(`${url.href} is not of ${location.origin}`);
  const types = Reflect.get(globalThis, "trustedTypes") as TrustedTypes | undefined;
  if (!types) return url.href;
  policy ??= types.createPolicy("worker", { createScriptURL: (own) => own });
  return policy.createScriptURL(url.href);
}
