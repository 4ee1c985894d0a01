const maxBins = 20

/**
 * Edges of equal bins from the smallest to the largest value, as many as `shared/tool-results.ts` says a histogram has.
 * Whole numbers get bins that hold equally many of them, so that no bin looks fuller for its width alone.
 */
export function histogramEdges(
  smallest: number,
  largest: number,
  { isWhole }: { readonly isWhole: boolean },
): readonly number[] {
  const span = largest - smallest
  if (span === 0) return [smallest, largest]
  if (isWhole && Number.isSafeInteger(smallest) && Number.isSafeInteger(largest)) {
    const width = Math.ceil((span + 1) / maxBins)
    const bins = Math.ceil((span + 1) / width)
    return [smallest, ...Array.from({ length: bins }, (_, bin) => Math.min(largest, smallest + (bin + 1) * width - 1))]
  }
  const inner = Array.from({ length: maxBins - 1 }, (_, bin) => smallest + (span * (bin + 1)) / maxBins)
  // Close to the limits of a double a step can be too small to make a difference.
  return [smallest, ...new Set(inner.filter((edge) => edge > smallest && edge < largest)), largest]
}
