import type { Powers } from '../../shared/consent.ts'

/** One power in words a person needs no manual for. `isEffect` marks what can change something or reach out. */
type PowerInWords = { readonly words: string; readonly isEffect: boolean }

/** Everything a tool may touch, effects last. A tool that touches nothing says so. */
export function describePowers(powers: Powers): readonly PowerInWords[] {
  const all = [
    ...powers.reads.map((power) => ({ words: readWords[power], isEffect: false })),
    ...powers.writes.map((power) => ({ words: writeWords[power], isEffect: true })),
    ...(powers.writes.length > 0 && powers.isUndoable ? [{ words: 'can be undone', isEffect: false }] : []),
    ...(powers.output === 'foreign' ? [{ words: 'brings in outside content', isEffect: true }] : []),
  ]
  return all.length === 0 ? [{ words: 'only computes', isEffect: false }] : all
}

const readWords: Readonly<Record<Powers['reads'][number], string>> = {
  files: 'reads files',
  network: 'reads from the network',
  secrets: 'reads secrets',
  screen: 'sees the screen',
}

const writeWords: Readonly<Record<Powers['writes'][number], string>> = {
  files: 'changes files',
  exec: 'runs commands',
  network: 'sends over the network',
  schedule: 'schedules work',
}
