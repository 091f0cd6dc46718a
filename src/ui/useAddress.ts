import { useEffect } from "react";
import { followLate } from "./followLate";
import { useAppStore } from "./StoreContext";

/** Address and page follow each other, once there is something to say. */
export function useAddress(): void {
  const store = useAppStore();
  useEffect(
    () =>
      followLate(store, {
        load: async () => (await import("./followAddress")).followAddress,
        atOnce: window.location.hash !== "" || window.location.search !== "",
        event: "hashchange",
      }),
    [store],
  );
}
