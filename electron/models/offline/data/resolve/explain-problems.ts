import { enumerate, plainText } from '../../markdown.ts'
import { exampleQuestions } from '../../plans/example-questions.ts'
import { notUnderstood } from '../../plans/plan-help.ts'
import { answer, type Step } from '../../step.ts'
import type { Interpretation } from './interpret-question.ts'
import { isOpen, maxChoices, type Resolution } from './resolution.ts'
import type { Problem } from '../request/request.ts'

const shownColumns = 20
const shownTables = 8

type Failed = Interpretation & { readonly kind: 'problem' }

/** Why no table could answer: the question back where it was unclear, else the words that mean nothing here. */
export function explainProblems(interpretations: readonly Interpretation[]): Step {
  const readings = interpretations.filter((each) => each.kind === 'problem')
  const [closest, ...others] = closestOf(readings)
  if (closest === undefined) return notUnderstood('I found nothing in it that I could compute.')
  const [problem] = closest.problems
  // Where several tables are as near, the columns of one would only mislead.
  const columns = others.length === 0 ? columnList(closest) : null
  const examples = exampleQuestions(others.length === 0 ? [closest.table] : readings.map(({ table }) => table))
  if (closest.problems.length === 1 && problem?.kind === 'unclear')
    return answer(
      problem.sentence,
      problem.wantsColumn === true ? noSuchColumn(closest) : null,
      columns ?? (problem.wantsColumn === true ? placesLookedIn(readings) : null),
    )
  if (closest.problems.every((each) => each.kind === 'nothing-asked')) {
    const reason = 'I looked for something to count, add up, average or compare, and found nothing of the kind.'
    return notUnderstood(reason, examples)
  }
  const words = unexplainedWords(closest.problems)
  const reason = words.length > 0 ? unknownSentence(words, readings) : closest.problems.flatMap(sentenceOf).join(' ')
  return notUnderstood([reason, columns].filter(Boolean).join('\n\n'), examples)
}

/** That nobody knows these words, and where they were looked for. */
export function unknownSentence(words: readonly string[], readings: readonly Pick<Interpretation, 'table'>[]): string {
  const names = enumerate([...new Set(words)].map((word) => `“${plainText(word)}”`))
  const [mean, them] = words.length === 1 ? ['means', 'it'] : ['mean', 'them']
  return `I do not know what ${names} ${mean} here: I looked for ${them} among the columns and values of ${tableList(readings)}.`
}

function placesLookedIn(readings: readonly Failed[]): string {
  return `I looked among the columns and values of ${tableList(readings)}.`
}

function sentenceOf(problem: Problem): readonly string[] {
  if (problem.kind === 'unclear') return [problem.sentence]
  return problem.kind === 'open' ? [problem.prompt] : []
}

/** The open question where that is all that is in the way; with the tables' names where several are as near. */
export function openQuestion(interpretations: readonly Interpretation[], question: string): Resolution | null {
  const closest = closestOf(interpretations.filter((each) => each.kind === 'problem'))
  const open = closest.flatMap(({ problems, table }) => {
    const [problem, ...more] = problems
    return problem !== undefined && isOpen(problem) && more.length === 0 ? [{ ...problem, table }] : []
  })
  const [first] = open
  if (first === undefined || open.length < closest.length) return null
  const isOne = open.length === 1
  const choices = open.flatMap((each) =>
    each.choices.map((choice) => (isOne ? choice : `${choice} in ${each.table.name}`)),
  )
  if (choices.length <= maxChoices && choices.length > 1) return { kind: 'open', prompt: first.prompt, choices }
  const prompt = isOne ? first.prompt : `${first.prompt} And in which table? It could be ${tableList(open)}.`
  return {
    kind: 'refused',
    step: answer(prompt, `Ask again with both, for example *“${plainText(choices[0] ?? question)}”*`),
  }
}

/** The readings with least in the way, and of those the ones that fit best. */
function closestOf(readings: readonly Failed[]): readonly Failed[] {
  // Words that are no column here count against a table, though they may be values of it.
  const distance = (each: Failed) => each.problems.length + each.open.length
  const fewest = Math.min(...readings.map(distance))
  const near = readings.filter((each) => distance(each) === fewest)
  const best = Math.max(...near.map((each) => each.quality))
  return near.filter((each) => each.quality === best)
}

/** Words that may be values, and name no column: often the one that was meant. */
function noSuchColumn({ open }: Failed): string | null {
  const words = open.map((phrase) => `“${plainText(phrase.words.join(' '))}”`)
  return words.length === 0 ? null : `No column here is called ${enumerate([...new Set(words)], 'or')}.`
}

function unexplainedWords(problems: readonly Problem[]): string[] {
  return [...new Set(problems.flatMap((each) => (each.kind === 'unexplained' ? [each.words] : [])))]
}

function tableList(readings: readonly Pick<Interpretation, 'table'>[]): string {
  const names = readings.slice(0, shownTables).map(({ table }) => `*${plainText(table.name)}*`)
  const rest = readings.length - names.length
  return enumerate(rest > 0 ? [...names, `${rest} more`] : names)
}

function columnList({ table }: Pick<Interpretation, 'table'>): string {
  const names = table.columns.slice(0, shownColumns).map((column) => `*${plainText(column.name)}*`)
  const more = table.columns.length > names.length ? ' and more' : ''
  return `*${plainText(table.name)}* has the columns ${enumerate(names)}${more}.`
}
