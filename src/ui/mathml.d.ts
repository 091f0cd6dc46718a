import type { HTMLAttributes, Key, ReactNode, Ref } from "react";

interface MathAttributes extends HTMLAttributes<MathMLElement> {
  readonly key?: Key;
  readonly ref?: Ref<MathMLElement>;
  readonly children?: ReactNode;
  readonly display?: "block" | "inline";
  readonly displaystyle?: "true" | "false";
  readonly form?: "prefix" | "infix" | "postfix";
  readonly stretchy?: "true" | "false";
}

declare module "react" {
  namespace JSX {
    // MathML, which React's own types leave out.
    interface IntrinsicElements {
      math: MathAttributes;
      mfrac: MathAttributes;
      mi: MathAttributes;
      mn: MathAttributes;
      mo: MathAttributes;
      mrow: MathAttributes;
      msub: MathAttributes;
      mtable: MathAttributes;
      mtd: MathAttributes;
      mtext: MathAttributes;
      mtr: MathAttributes;
    }
  }
}
