import { AppError } from '../../../shared/errors.ts'
import { readConnectionFailure } from './connection-failure.ts'
import { readCredentialFailure } from './credential-failure.ts'
import { asAppError, brokenStream, type Failure, type FailureContext } from './failure.ts'
import { readFault } from './fault.ts'
import { readServiceFailure } from './service-failure.ts'

/** Any error of the AWS client as a sentence with a next step. The foreign error stays its cause, for the log. */
export function toBedrockError(error: unknown, context: FailureContext): AppError {
  if (error instanceof AppError) return error
  const fault = readFault(error)
  const failure =
    readCredentialFailure(fault, context) ??
    readServiceFailure(fault, context) ??
    readConnectionFailure(fault, context) ??
    describeUnforeseen(context)
  return asAppError(failure, error, fault.retryAfterMs)
}

function describeUnforeseen({ subject, hasStarted }: FailureContext): Failure {
  if (hasStarted) return brokenStream(subject)
  return {
    code: 'INTERNAL',
    message: `Asking Bedrock for ${subject} failed in a way this app does not know.`,
    hint: 'Try again. If it happens again, the log in the data folder says more.',
    retryable: true,
  }
}
