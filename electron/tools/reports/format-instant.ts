/** "2026-11-23 05:15 UTC": the same whoever reads it, wherever. */
export function formatInstant(at: number): string {
  return `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`
}
