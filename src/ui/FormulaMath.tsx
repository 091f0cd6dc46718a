import { createElement, type ReactNode } from "react";
import type { FormulaNotation } from "../trace/formula";
import type { FormulaNode, FormulaRole, FormulaSymbol, SignedTerm } from "../trace/formulaTree";
import { type FormulaAxis, letterOf } from "./formulaLetters";

interface FormulaMathProps {
  readonly node: FormulaNode;
  readonly axis: FormulaAxis;
  readonly notation: FormulaNotation;
}

/** A formula's tree in MathML. */
export function FormulaMath({ node, axis, notation }: FormulaMathProps): ReactNode {
  const inside = (child: FormulaNode) => <FormulaMath node={child} axis={axis} notation={notation} />;
  switch (node.kind) {
    case "number":
      return <mn className={roleClass(node.role)}>{node.value}</mn>;
    case "symbol":
      return <FormulaLetter symbol={node.symbol} part={node.role} axis={axis} notation={notation} />;
    case "sum":
      return rowOf(node.terms.map((term, index) => signed(term, index, inside)));
    case "product":
      return rowOf(node.factors.map((factor, index) => factorOf(factor, node.factors, index, inside)));
    case "fraction":
      return (
        <mfrac>
          {inside(node.numerator)}
          {inside(node.denominator)}
        </mfrac>
      );
    case "floor":
    case "ceil": {
      const [open, close] = node.kind === "floor" ? "⌊⌋" : "⌈⌉";
      return (
        <mrow>
          <mo>{open}</mo>
          {inside(node.content)}
          <mo>{close}</mo>
        </mrow>
      );
    }
  }
}

interface FormulaLetterProps {
  readonly symbol: FormulaSymbol;
  readonly part?: FormulaRole;
  readonly axis: FormulaAxis;
  readonly notation: FormulaNotation;
}

export function FormulaLetter({ symbol, part, axis, notation }: FormulaLetterProps) {
  const { base, index, word } = letterOf(symbol, axis, notation);
  const name = roleClass(part);
  if (!index) return <mi className={name}>{base}</mi>;
  return (
    <msub className={name}>
      <mi>{base}</mi>
      {word ? <mtext>{index}</mtext> : <mi>{index}</mi>}
    </msub>
  );
}

/** Its parts never change places: they need no keys. */
function rowOf(parts: readonly ReactNode[]): ReactNode {
  return createElement("mrow", null, ...parts);
}

type Inside = (child: FormulaNode) => ReactNode;

function signed({ sign, node }: SignedTerm, index: number, inside: Inside): ReactNode {
  const operator = sign > 0 ? "+" : "−";
  if (index === 0 && sign > 0) return inside(node);
  return (
    <>
      <mo form={index === 0 ? "prefix" : "infix"}>{operator}</mo>
      {inside(node)}
    </>
  );
}

/** Letters stand side by side (2p), numbers are parted by a dot (2·1), sums are put in brackets. */
function factorOf(
  factor: FormulaNode,
  all: readonly FormulaNode[],
  index: number,
  inside: Inside,
): ReactNode {
  const previous = all[index - 1];
  const letters = previous && (hasLetter(previous) || hasLetter(factor));
  const content =
    factor.kind === "sum" ? (
      <mrow>
        <mo stretchy="false">(</mo>
        {inside(factor)}
        <mo stretchy="false">)</mo>
      </mrow>
    ) : (
      inside(factor)
    );
  if (!previous) return content;
  return (
    <>
      <mo>{letters ? "\u2062" : "·"}</mo>
      {content}
    </>
  );
}

function hasLetter(node: FormulaNode): boolean {
  switch (node.kind) {
    case "number":
      return false;
    case "symbol":
      return true;
    case "sum":
      return node.terms.some((term) => hasLetter(term.node));
    case "product":
      return node.factors.some(hasLetter);
    case "fraction":
      return hasLetter(node.numerator) || hasLetter(node.denominator);
    case "floor":
    case "ceil":
      return hasLetter(node.content);
  }
}

export function roleClass(role: FormulaRole | undefined): string | undefined {
  return role === "input"
    ? "role-x"
    : role === "kernel"
      ? "role-w"
      : role === "output"
        ? "role-y"
        : undefined;
}
