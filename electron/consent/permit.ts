import { AppError } from '../../shared/errors.ts'
import type { Permit } from '../agent/ports.ts'
import { fingerprint } from './fingerprint.ts'

/**
 * A permit for the call with this fingerprint. `redeem` is the last check before a tool runs: it stops a call that
 * was changed after it was approved, and one approval from running twice.
 */
export function issuePermit(approved: string): Permit {
  let isSpent = false
  return {
    fingerprint: approved,
    redeem(call, scope) {
      if (isSpent) throw new AppError('CONSENT_NOT_OPEN', 'This call was allowed once and has already run.')
      if (scope.signal.aborted) throw new AppError('CANCELLED', 'Cancelled.')
      if (fingerprint({ ...call, agentId: scope.agentId }) !== approved)
        throw new AppError('CONSENT_NOT_OPEN', 'This call is not the one that was allowed.')
      isSpent = true
    },
  }
}
