/** The part a number plays, which gives it its colour. */
export type FormulaRole = "input" | "kernel" | "stride" | "padding" | "dilation" | "output";

/** What a letter of the formula stands for; which letter that is depends on the notation and the axis. */
export type FormulaSymbol =
  | "inputSize"
  | "kernelSize"
  | "effectiveKernelSize"
  | "stride"
  | "dilation"
  | "padding"
  | "paddingBefore"
  | "paddingAfter"
  | "paddingTotal"
  | "outputPadding"
  | "outputSize";

/** A formula as a tree: it can be written in any markup, or calculated. */
export type FormulaNode =
  | { readonly kind: "number"; readonly value: number; readonly role?: FormulaRole }
  | { readonly kind: "symbol"; readonly symbol: FormulaSymbol; readonly role: FormulaRole }
  | { readonly kind: "sum"; readonly terms: readonly SignedTerm[] }
  | { readonly kind: "product"; readonly factors: readonly FormulaNode[] }
  | { readonly kind: "fraction"; readonly numerator: FormulaNode; readonly denominator: FormulaNode }
  | { readonly kind: "floor" | "ceil"; readonly content: FormulaNode };

export interface SignedTerm {
  readonly sign: 1 | -1;
  readonly node: FormulaNode;
}

const roles: Readonly<Record<FormulaSymbol, FormulaRole>> = {
  inputSize: "input",
  kernelSize: "kernel",
  effectiveKernelSize: "kernel",
  stride: "stride",
  dilation: "dilation",
  padding: "padding",
  paddingBefore: "padding",
  paddingAfter: "padding",
  paddingTotal: "padding",
  outputPadding: "padding",
  outputSize: "output",
};

export function number(value: number): FormulaNode {
  return { kind: "number", value };
}

export function symbol(name: FormulaSymbol): FormulaNode {
  return { kind: "symbol", symbol: name, role: roles[name] };
}

export function plus(node: FormulaNode): SignedTerm {
  return { sign: 1, node };
}

export function minus(node: FormulaNode): SignedTerm {
  return { sign: -1, node };
}

export function sum(...terms: readonly SignedTerm[]): FormulaNode {
  return { kind: "sum", terms };
}

export function product(...factors: readonly FormulaNode[]): FormulaNode {
  return { kind: "product", factors };
}

/** A quotient, rounded down or up to a whole number. */
export function roundedQuotient(
  kind: "floor" | "ceil",
  numerator: FormulaNode,
  denominator: FormulaNode,
): FormulaNode {
  return { kind, content: { kind: "fraction", numerator, denominator } };
}

/** The same tree with every letter replaced by its number; the number keeps the letter's role. */
export function withNumbers(node: FormulaNode, values: Readonly<Record<FormulaSymbol, number>>): FormulaNode {
  const inside = (child: FormulaNode) => withNumbers(child, values);
  switch (node.kind) {
    case "number":
      return node;
    case "symbol":
      return { kind: "number", value: values[node.symbol], role: node.role };
    case "sum":
      return { ...node, terms: node.terms.map((term) => ({ ...term, node: inside(term.node) })) };
    case "product":
      return { ...node, factors: node.factors.map(inside) };
    case "fraction":
      return { ...node, numerator: inside(node.numerator), denominator: inside(node.denominator) };
    case "floor":
    case "ceil":
      return { ...node, content: inside(node.content) };
  }
}
