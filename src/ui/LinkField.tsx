import { useLayoutEffect, useRef } from "react";
import { useText } from "./i18n";
import { Popover, type PopoverProps } from "./Popover";
import "./linkField.css";

interface LinkFieldProps extends Pick<PopoverProps, "anchor" | "onClose"> {
  readonly link: string;
}

/** The link to copy by hand, selected. */
export function LinkField({ anchor, link, onClose }: LinkFieldProps) {
  const text = useText();
  const field = useRef<HTMLInputElement>(null);
  // Before anybody sees it without the focus.
  useLayoutEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  return (
    <Popover anchor={anchor} name={text("share.field")} onClose={onClose}>
      <div className="share">
        <p>{text("share.refused")}</p>
        <input
          ref={field}
          className="share-field"
          type="text"
          readOnly
          aria-label={text("share.field")}
          value={link}
          onFocus={(event) => event.currentTarget.select()}
        />
      </div>
    </Popover>
  );
}
