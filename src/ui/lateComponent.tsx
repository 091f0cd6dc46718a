import { type ComponentType, type ReactNode, useEffect, useState } from "react";
import { loadLateTexts } from "./lateTexts";
import { useAppStore } from "./StoreContext";

export interface LateComponent<Props> {
  (props: Props): ReactNode;
  /** Fetches it ahead, such as when the pointer reaches what opens it; a failure is told when it is asked for. */
  readonly prepare: () => void;
}

/**
 * A component whose code, with the texts that the first view does without, is fetched when it is first asked for. Where
 * that fails, because the site has been renewed meanwhile or the network is gone, a notice says so and the page stays.
 *
 * React's own `lazy` holds what has come back for a third of a second, to spare a flicker; here nothing stands in its place.
 */
export function lateComponent<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): LateComponent<Props> {
  let arrived: ComponentType<Props> | null = null;
  const fetchIt = async () => {
    [arrived] = await Promise.all([load(), loadLateTexts()]);
    return arrived;
  };
  // biome-ignore lint/correctness/noComponentHookFactories: called once for each part, where its module is read
  function Late(props: Props) {
    const store = useAppStore();
    const [Shown, setShown] = useState(() => arrived);
    useEffect(() => {
      if (Shown) return;
      let wanted = true;
      fetchIt().then(
        (component) => wanted && setShown(() => component),
        () => wanted && store.getState().notify({ key: "notices.outdated", values: {} }),
      );
      return () => {
        wanted = false;
      };
    }, [Shown, store]);
    return Shown && <Shown {...props} />;
  }
  return Object.assign(Late, { prepare: () => void fetchIt().catch(() => undefined) });
}
