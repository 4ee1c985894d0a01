import type { SyntaxNode } from './syntax-tree.ts'

/** Shows every node of a parse tree, in the order of the text. */
export function visitNodes(value: unknown, see: (node: SyntaxNode) => void): void {
  const waiting = [value]
  while (waiting.length > 0) {
    const next = waiting.pop()
    if (typeof next !== 'object' || next === null) continue
    if (!Array.isArray(next)) see(next as SyntaxNode)
    waiting.push(...Object.values(next).toReversed())
  }
}
