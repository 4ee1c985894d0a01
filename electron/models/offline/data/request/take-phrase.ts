import type { Phrase } from '../words/phrase.ts'
import type { Neighbours, RequestReading } from './request-reading.ts'
import { partShareByVerb } from './part-share.ts'
import { takeAggregate, takeRank } from './take-aggregate.ts'
import { takeAnalysis } from './take-analysis.ts'
import { takeBins } from './take-bins.ts'
import { takeColumn } from './take-column.ts'
import { takeCondition } from './take-condition.ts'
import { takeListing } from './take-listing.ts'
import { takeNumber } from './take-number.ts'
import { takeRows } from './take-rows.ts'
import { takeShape } from './take-shape.ts'
import { takeStructure } from './take-structure.ts'
import { takeOccasion, takeTime } from './take-time.ts'

/** Gives a phrase its part in the request that is read. */
export function takePhrase(phrase: Phrase, place: Neighbours, reading: RequestReading): void {
  switch (phrase.kind) {
    case 'aggregate':
      return takeAggregate(phrase, place.rest[0], reading)
    case 'rank':
      return takeRank(phrase, reading)
    case 'analysis':
      return takeAnalysis(phrase.analysis, reading)
    case 'structure':
      return takeStructure(phrase, place.rest, reading)
    case 'column':
      return takeColumn(phrase, place, reading)
    case 'time':
      return takeTime(phrase, reading)
    case 'occasion':
      return takeOccasion(phrase, reading)
    case 'bins':
      return takeBins(phrase, reading)
    case 'number':
      return takeNumber(phrase, place, reading)
    case 'rows':
    case 'table':
      return takeRows(phrase, place, reading)
    case 'listing':
      return takeListing(phrase, place, reading)
    case 'verb':
      return partShareByVerb(reading)
    case 'ties':
    case 'chart':
    case 'compare':
    case 'distinct':
    case 'when':
      return takeShape(phrase, reading)
    default:
      return takeCondition(phrase, place.rest, reading)
  }
}
