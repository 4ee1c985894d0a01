/** How far in an entry of this depth starts, in pixels. */
export function indent(depth: number): number {
  return 8 + depth * 16
}
