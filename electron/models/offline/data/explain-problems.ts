import { enumerate, plainText } from '../markdown.ts'
import { notUnderstood } from '../plans/plan-help.ts'
import { answer, type Step } from '../step.ts'
import type { Interpretation } from './interpret-question.ts'
import type { Problem } from './request.ts'

const shownColumns = 20

/** Why no table could answer: the question back where it was unclear, else the words that mean nothing here. */
export function explainProblems(interpretations: readonly Interpretation[]): Step {
  const readings = interpretations.flatMap((each) => (each.kind === 'problem' ? [each] : []))
  // Words that are no column here count against a table, though they may be values of it.
  const distance = (each: Interpretation) => (each.kind === 'problem' ? each.problems.length : 0) + each.open.length
  const fewest = Math.min(...readings.map(distance))
  const near = readings.filter((each) => distance(each) === fewest)
  const best = Math.max(...near.map((each) => each.quality))
  const [closest, ...others] = near.filter((each) => each.quality === best)
  if (closest === undefined) return notUnderstood('I found nothing in it that I could compute.')
  const [problem] = closest.problems
  // Where several tables are as near, the columns of one would only mislead.
  const columns = others.length === 0 ? columnList(closest) : null
  if (closest.problems.length === 1 && problem?.kind === 'unclear') return answer(problem.sentence, columns)
  if (closest.problems.every((each) => each.kind === 'nothing-asked')) {
    return notUnderstood('I looked for something to count, add up, average or compare, and found nothing of the kind.')
  }
  const words = unexplainedWords(closest.problems)
  const reason =
    words.length > 0
      ? `I do not know what ${enumerate(words)} ${words.length === 1 ? 'means' : 'mean'} here: I looked for ${words.length === 1 ? 'it' : 'them'} among the columns and values of ${enumerate(readings.map(({ table }) => `*${plainText(table.name)}*`))}.`
      : closest.problems.map((each) => (each.kind === 'unclear' ? each.sentence : '')).join(' ')
  return notUnderstood([reason, columns].filter(Boolean).join('\n\n'))
}

function unexplainedWords(problems: readonly Problem[]): string[] {
  return [...new Set(problems.flatMap((each) => (each.kind === 'unexplained' ? [`“${plainText(each.words)}”`] : [])))]
}

function columnList({ table }: Interpretation): string {
  const names = table.columns.slice(0, shownColumns).map((column) => `*${plainText(column.name)}*`)
  const more = table.columns.length > names.length ? ' and more' : ''
  return `*${plainText(table.name)}* has the columns ${enumerate(names)}${more}.`
}
