import { questionKind } from './question-kind.fixture.ts'
import type { Verdict } from './judge-answer.fixture.ts'
import type { Question } from './read-questions.fixture.ts'

export type Judged = { readonly question: Question; readonly verdict: Verdict; readonly said: string }

const verdicts: readonly Verdict[] = ['right', 'refused', 'wrong']

/** Prints the counts by data set and by kind, and each question that was not answered right. */
export function reportVerdicts(
  judged: readonly Judged[],
  { goal, isVerbose }: { readonly goal: unknown; readonly isVerbose: boolean },
): void {
  const lines = [
    ...countsBy('data set', judged, ({ question }) => question.data),
    ...countsBy('kind', judged, ({ question }) => questionKind(question)),
    ...countsBy('written', judged, ({ question }) => (question.isParaphrase ? 'after the code' : 'beside the code')),
    `goal ${JSON.stringify(goal)}`,
    ...judged.filter(({ verdict }) => isVerbose || verdict !== 'right').map((each) => describe(each, isVerbose)),
  ]
  console.log(lines.join('\n'))
}

function countsBy(title: string, judged: readonly Judged[], nameOf: (each: Judged) => string): readonly string[] {
  const groups = [...Map.groupBy(judged, nameOf)].toSorted(([a], [b]) => (a < b ? -1 : 1))
  const line = (name: string, cells: readonly (string | number)[]) =>
    name.padEnd(20) + cells.map((cell) => String(cell).padStart(9)).join('')
  const counts = (group: readonly Judged[]) =>
    verdicts.map((each) => group.filter(({ verdict }) => verdict === each).length)
  return [
    line(title, verdicts),
    ...groups.map(([name, group]) => line(name, counts(group))),
    line('all', counts(judged)),
    line(
      '',
      counts(judged).map((count) => `${((100 * count) / judged.length).toFixed(1)} %`),
    ),
    '',
  ]
}

function describe({ question, verdict, said }: Judged, isVerbose: boolean): string {
  const asked = [...question.after, question.ask].map((text) => `“${text}”`).join(' → ')
  const short = said.replaceAll(/\s+/g, ' ')
  return `${verdict.padEnd(8)}${question.where} ${asked}\n        ${isVerbose ? said : short.slice(0, 300)}`
}
