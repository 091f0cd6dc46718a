import { type ReactNode, useEffect, useRef, useState } from "react";
import { useText } from "./i18n";

/** What may be wider than its panel: it scrolls in itself then, and says so. */
export function BelowScroll({ children }: { readonly children: ReactNode }) {
  const text = useText();
  const area = useRef<HTMLDivElement>(null);
  const [wider, setWider] = useState(false);
  useEffect(() => {
    const element = area.current;
    if (!element) return;
    const measure = () => setWider(element.scrollWidth > element.clientWidth + 1);
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    for (const child of element.children) observer.observe(child);
    return () => observer.disconnect();
  }, []);
  return (
    <div className="below-scroll" data-wider={wider || undefined}>
      {wider && (
        <p className="below-scroll-hint">
          <span aria-hidden="true">↔ </span>
          {text("below.hint")}
        </p>
      )}
      <div ref={area} className="below-scroll-area">
        {children}
      </div>
    </div>
  );
}
