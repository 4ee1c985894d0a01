import { describeScope, type ConsentAnswer, type GrantScope } from '../../shared/consent.ts'
import type { Offers } from './policy.ts'
import type { Settled } from './open-questions.ts'

/** What the agent is told of a denial: the person's own sentence, where there is one. */
export function describeDenial({ toAgent }: Extract<ConsentAnswer, { kind: 'deny' }>): string {
  const said = toAgent?.trim()
  return said ? `The person denied this call and says: ${said}` : 'The person denied this call.'
}

/** What the agent is told when nobody answered: never that it was refused. */
export function describeUnanswered(kind: Exclude<Settled['kind'], 'answered'>): string {
  switch (kind) {
    case 'expired':
      return 'Not answered: nobody answered the question in time, so the call was not run. This is not a refusal.'
    case 'withdrawn':
      return 'Not answered: the run was stopped while the question was open, so the call was not run.'
    case 'nobody-there':
      return 'Not answered: nobody was there to ask, so the call was not run. This is not a refusal.'
  }
}

/** What the person is told when a grant came close: which part did not fit. */
export function describeUncovered(toolName: string, given: GrantScope, offers: Offers): string {
  const words = describeScope(toolName, given)
  return Object.keys(offers).length === 0
    ? `You allowed ${words}. That does not hold once outside or private content could be misused.`
    : `You allowed ${words}. This call is not within that.`
}
