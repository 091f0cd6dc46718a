import { Component, type ComponentType, lazy, type ReactNode, Suspense } from "react";
import { loadLateTexts } from "./lateTexts";
import { useAppStore } from "./StoreContext";

/** A component for a `LatePart`, which comes with the texts that the first view does without. */
export function lateComponent<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  return lazy(async () => {
    const [component] = await Promise.all([load(), loadLateTexts()]);
    return { default: component };
  });
}

/**
 * A part whose code is fetched when it is first asked for. Where that fails, because the site has been renewed meanwhile
 * or the network is gone, a notice says so and the page stays.
 */
export function LatePart({ children }: { readonly children: ReactNode }) {
  const store = useAppStore();
  return (
    <Boundary onFailure={() => store.getState().notify({ key: "notices.outdated", values: {} })}>
      <Suspense>{children}</Suspense>
    </Boundary>
  );
}

interface BoundaryProps {
  readonly onFailure: () => void;
  readonly children: ReactNode;
}

/** React catches what fails while rendering in classes only. */
class Boundary extends Component<BoundaryProps, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override componentDidCatch() {
    this.props.onFailure();
  }

  override render() {
    return this.state.failed ? null : this.props.children;
  }
}
