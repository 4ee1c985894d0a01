import { computeExpected, type Expected } from './compute-expected.fixture.ts'
import { rawRowsOf } from './data-sets.fixture.ts'
import type { Computation, Expectation } from './expectation.fixture.ts'

/** What an expectation asks the raw rows for: one for each fair answer, none where nothing is computed. */
export function expectedOf(data: string, expect: Expectation): readonly Expected[] {
  if ('refused' in expect || 'open' in expect) return []
  if ('anyOf' in expect) return expect.anyOf.flatMap((each) => expectedOf(data, each))
  if ('chart' in expect) return expect.data === undefined ? [] : [expectedIn(data, expect.data)]
  return [expectedIn(data, expect)]
}

export function expectedIn(data: string, computation: Computation): Expected {
  return computeExpected(computation, (file) => rawRowsOf(data, file))
}
