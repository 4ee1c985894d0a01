import { matchColumns } from '../columns/match-columns.ts'
import { isTruth, yesOf, type Column } from '../columns/table-columns.ts'
import type { Phrase } from './phrase.ts'

/** Phrases where "over" and "under" tell the way, and compare nothing: "over the website", "not under warranty". */
export function completeWays(phrases: readonly Phrase[], columns: readonly Column[]): readonly Phrase[] {
  return phrases.flatMap((phrase, index): readonly Phrase[] => {
    const next = phrases[index + 1]
    if (phrase.kind !== 'comparison' || phrase.quality !== null || next === undefined) return [phrase]
    const { comparison, from, to } = phrase
    if (isYesOrNo(next, columns) && !isNumber(phrases[index + 2])) {
      // "not under" is one comparison, and here it is a negation.
      const not: readonly Phrase[] = comparison === '<=' || comparison === '>=' ? [{ kind: 'not', from, to }] : []
      return [...not, { kind: 'structure', role: 'filter', isHaving: true, from, to }]
    }
    const isOver = comparison === '>' && to - from === 'over'.length
    return isOver && next.kind === 'open'
      ? [{ kind: 'structure', role: 'filter', isHaving: false, from, to }]
      : [phrase]
  })
}

function isYesOrNo(phrase: Phrase, columns: readonly Column[]): boolean {
  if (phrase.kind !== 'column') return false
  return (
    matchColumns(phrase.words, columns)?.columns.every((column) => isTruth(column) || yesOf(column) !== null) ?? false
  )
}

function isNumber(phrase: Phrase | undefined): boolean {
  return phrase?.kind === 'number' || phrase?.kind === 'range'
}
