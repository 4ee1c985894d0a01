import { plainText } from '../../markdown.ts'
import type { ReadingNotes } from './reading-notes.ts'
import type { RequestDraft } from './request-draft.ts'
import type { Figure } from './request.ts'

/**
 * Two columns of figures that nothing puts beside each other, and of which nothing was said to be computed: "rentals charged
 * a damage fee". To add up both would answer something else.
 */
export function refuseUnjoined(
  { request, saidAt, isComparing, isCorrelating }: RequestDraft,
  notes: ReadingNotes,
): void {
  if (isComparing || isCorrelating || request.chart !== null || request.rank !== null) return
  const bare = request.figures.filter(({ aggregate }) => aggregate === null)
  const places = bare.flatMap((figure) => saidAt.get(figure) ?? []).toSorted((a, b) => a.from - b.from)
  const isApart = places.some(({ to }, index) => {
    const next = places[index + 1]
    return next !== undefined && !joining.test(notes.question.slice(to, next.from))
  })
  if (!isApart) return
  const [first = '', second = ''] = bare.map(nameOf)
  notes.unclear(`I see ${first} and ${second}, but not what the one has to do with the other.`)
}

function nameOf({ column }: Figure): string {
  return `*${plainText(column.name)}*`
}

const joining = /\b(?:and|or|vs|versus|against|with|plus|to|as well as|by)\b|[,&+;/]/i
