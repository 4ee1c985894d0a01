import type { FileEntry } from '../../../../../shared/tool-results.ts'
import type { Situation } from '../../ask-tool.ts'
import { isDataFile } from '../../files.ts'
import {
  changingEnd,
  countsAll,
  followUpLead,
  leavingOut,
  longestFollowUp,
  mayPointBack,
  ordinals,
  pointsBack,
  sameFor,
  speaksOfThem,
} from '../../grammar/follow-ups.ts'
import { plainText } from '../../markdown.ts'
import { mentionFiles } from '../../mention-files.ts'
import { nameFiles } from '../../name-files.ts'
import { notUnderstood } from '../../plans/plan-help.ts'
import { known, type Known } from '../../step.ts'
import { understandQuestion } from '../../understand-question.ts'
import { isTurn } from '../follow-up/change-by-turn.ts'
import { readChange } from '../follow-up/read-change.ts'
import { withoutLead } from '../follow-up/without-lead.ts'
import type { Resolution } from './resolution.ts'
import { resolveQuestion } from './resolve-question.ts'

/** Further back nobody means. */
const mostTurnsBack = 8

type Conversation = {
  readonly files: readonly FileEntry[]
  /** Questions over tables asked before this one, oldest first. */
  readonly earlier: readonly string[]
}

/** What a resolution was made of: a question that makes sense alone, and the follow-ups since. */
type Traced = { readonly resolution: Resolution; readonly trail: readonly string[] }

/**
 * A question by itself, or as a change to what was asked before. One that makes sense alone is never mixed with an older
 * one. The chain is rebuilt from the questions of the conversation, so nothing is remembered anywhere else.
 */
export function resolveInConversation(
  situation: Situation,
  question: string,
  files: readonly FileEntry[],
): Known<Resolution> {
  const earlier = situation.turn.earlier.flatMap((each) => {
    const intent = understandQuestion(each.question)
    return intent.kind === 'figures' ? [intent.question] : []
  })
  const traced = resolveTurn(situation, question, { files, earlier: earlier.slice(-mostTurnsBack) })
  return traced.kind === 'step' ? traced : known(traced.value.resolution)
}

function resolveTurn(situation: Situation, question: string, { files, earlier }: Conversation): Known<Traced> {
  const isFirst = earlier.length === 0
  if (isFirst && namesNothing(question)) return known({ resolution: unclear(question), trail: [question] })
  const mayFollow = !isFirst && mayBeFollowUp(question)
  if (isFirst || !isOnlyFollowUp(question)) {
    // Strictly, as long as it may be a follow-up: a word taken loosely is less likely than one that goes on.
    const alone = resolveQuestion(situation, question, { files, isStrict: mayFollow })
    if (alone.kind === 'step') return alone
    const isWhole = alone.value.kind === 'query' && !goesOn(question, alone.value)
    if (!mayFollow || isWhole) return known({ resolution: alone.value, trail: [question] })
  }
  const followed = followUp(situation, question, { files, earlier })
  if (followed.kind === 'step') return followed
  if (followed.value !== null) return known(followed.value)
  const loose = resolveQuestion(situation, question, { files, isStrict: false })
  if (loose.kind === 'step') return loose
  // "leave out the late ones" never lists all the others.
  const isLost = isOnlyFollowUp(question) || (changesBefore(question) && isUnsure(loose.value, question))
  return known({ resolution: isLost ? unclear(question) : loose.value, trail: [question] })
}

function changesBefore(question: string): boolean {
  return followUpLead.test(question) || leavingOut.test(question)
}

/** Of so few words none says what to compute. */
const fewWords = 2

/** "and silver?" after what nobody understood is no question about all of it. */
function isUnsure(resolution: Resolution, question: string): boolean {
  if (resolution.kind !== 'query') return false
  const { isUnasked, figures, filters, groups, countsRows, mentionsRows } = resolution.reading.request
  const isBare = figures.length === 1 && withoutLead(question).split(/\s+/).length <= fewWords
  const isList = mentionsRows && !countsRows && figures.length === 0
  return (
    isUnasked ||
    (isList && goesOn(question, resolution)) ||
    (isBare && filters.length + groups.length === 0 && goesOn(question, resolution))
  )
}

function mayBeFollowUp(question: string): boolean {
  const isShort = question.split(/\s+/).length <= longestFollowUp
  return (
    isShort || [followUpLead, changingEnd, mayPointBack].some((each) => each.test(question)) || isOnlyFollowUp(question)
  )
}

/**
 * "only completed bookings" and "in 2014" are a list of them, and after a figure the same figure of them. "and the average
 * fee" is one of all rows, and after a condition of those that fit it.
 */
function goesOn(question: string, { reading: { request } }: Resolution & { readonly kind: 'query' }): boolean {
  const { figures, countsRows, groups, subjects, filters, rank, mentionsRows, isUnasked } = request
  const isOfNothing = rank === null && groups.length + subjects.length === 0
  const isList = isOfNothing && mentionsRows && !countsRows && figures.length === 0
  if (mayPointBack.test(question) || (isList && isUnasked)) return true
  const isListOfValues = rank === null && !countsRows && figures.length + groups.length === 0
  const isOfAll = isOfNothing && filters.length === 0 && (figures.length > 0 || !countsAll.test(question))
  return followUpLead.test(question) && (isList || isListOfValues || isOfAll)
}

/** It means nothing without what was said before. */
function isOnlyFollowUp(question: string): boolean {
  return (
    [pointsBack, speaksOfThem].some((each) => each.test(question)) ||
    isTurn(withoutLead(question)) ||
    namesNothing(question)
  )
}

/** "the second one", "the same for Europe". */
function namesNothing(question: string): boolean {
  return sameFor.test(question) || ordinals.some((each) => each.test(question))
}

/** Goes back to the last question that came to something, and changes that; null when it says no such change. */
function followUp(situation: Situation, question: string, { files, earlier }: Conversation): Known<Traced | null> {
  for (let last = earlier.length - 1; last >= 0; last--) {
    const before = resolveTurn(situation, earlier[last] ?? '', { files, earlier: earlier.slice(0, last) })
    if (before.kind === 'step') return before
    const { resolution, trail } = before.value
    if (resolution.kind === 'refused') continue
    if (resolution.kind === 'open') {
      const chosen = resolution.choices[ordinals.findIndex((each) => each.test(question))]
      if (chosen === undefined) continue
      const resolved = resolveQuestion(situation, chosen, { files, isStrict: false })
      return resolved.kind === 'step' ? resolved : known({ resolution: resolved.value, trail: [chosen] })
    }
    const place = otherFiles(question, files)
    if (place.length > 0) return askElsewhere(situation, trail, { files, place })
    const changed = readChange(situation, resolution.reading, question)
    if (changed.kind === 'step') return changed
    if (changed.value === null) return known(null)
    return known({ resolution: changed.value, trail: [...trail, question] })
  }
  return known(null)
}

/** The files that a question consists of, such as "same for cars.json" or "and the staff?". */
function otherFiles(question: string, files: readonly FileEntry[]): readonly FileEntry[] {
  const place = sameFor.exec(question)?.groups?.['place'] ?? withoutLead(question)
  const tables = files.filter(isDataFile)
  const named = nameFiles(place, tables)
  if (named.files.length > 0)
    return named.rest.replaceAll(/\b(in|for|from|of|the|file)\b|\W/gi, '') === '' ? named.files : []
  const bare = place.replaceAll(/^(in|for|from|of|the|my)\s+|\s+(data|file|table|dataset)$/gi, '')
  const mentioned = bare.split(/\s+/).length <= 3 ? mentionFiles(bare, tables) : []
  return sameFor.test(question) ? mentioned : []
}

/** The same chain of questions over another file. */
function askElsewhere(
  situation: Situation,
  [first = '', ...more]: readonly string[],
  { files, place }: { readonly files: readonly FileEntry[]; readonly place: readonly FileEntry[] },
): Known<Traced> {
  const [file] = place
  const { rest } = nameFiles(first, files)
  const moved = `${rest.replace(/\s+(in|of|from|for)\s*$/i, '').trim()} in ${place.length === 1 ? `"${file?.path}"` : place.map(({ path }) => path).join(' and ')}`
  const start = resolveQuestion(situation, moved, { files, isStrict: false })
  if (start.kind === 'step') return start
  let resolution = start.value
  for (const question of more) {
    if (resolution.kind !== 'query') break
    const changed = readChange(situation, resolution.reading, question)
    if (changed.kind === 'step') return changed
    resolution = changed.value ?? unclear(question)
  }
  const trail = [moved, ...more]
  if (resolution.kind !== 'query') return known({ resolution, trail })
  const said = `asked again: “${plainText([rest.trim(), ...more].join(' … '))}”`
  const reading = { ...resolution.reading, assumptions: [said, ...resolution.reading.assumptions] }
  return known({ resolution: { kind: 'query', reading }, trail })
}

function unclear(question: string): Resolution {
  const reason = `“${plainText(question)}” seems to go on from something, but I find no earlier answer that it could change.`
  return { kind: 'refused', step: notUnderstood(reason) }
}
