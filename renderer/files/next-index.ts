const page = 10

/** Where a key leads in a list, or null when it leads nowhere. */
export function nextIndex(
  key: string,
  { from, count }: { readonly from: number; readonly count: number },
): number | null {
  const to = Object.hasOwn(targets, key) ? targets[key]?.(from, count - 1) : undefined
  return to === undefined ? null : Math.max(0, Math.min(count - 1, to))
}

const targets: Readonly<Record<string, (from: number, last: number) => number>> = {
  ArrowDown: (from) => from + 1,
  ArrowUp: (from) => from - 1,
  PageDown: (from) => from + page,
  PageUp: (from) => from - page,
  Home: () => 0,
  End: (_from, last) => last,
}
