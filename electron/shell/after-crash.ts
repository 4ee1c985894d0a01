/** Two crashes within this time mean that the page cannot live; once means a bad moment. */
const patienceMs = 30_000

/** What to do about a page whose process is gone. `sinceLastMs` is the time since it was gone before. */
export function afterCrash(reason: string, sinceLastMs: number): 'nothing' | 'reload' | 'give-up' {
  if (reason === 'clean-exit') return 'nothing'
  return sinceLastMs < patienceMs ? 'give-up' : 'reload'
}
