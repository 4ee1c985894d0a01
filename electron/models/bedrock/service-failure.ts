import { brokenStream, type Failure, type FailureContext } from './failure.ts'
import type { Fault } from './fault.ts'

/** What Bedrock itself refused or failed at; undefined when the answer was not Bedrock's. */
export function readServiceFailure(fault: Fault, context: FailureContext): Failure | undefined {
  const { subject } = context
  switch (fault.name) {
    case 'AccessDeniedException':
      return describeDenied(fault, context)
    case 'ResourceNotFoundException':
      return describeNotFound(fault, context)
    case 'ValidationException':
      return describeInvalid(fault, context)
    case 'ThrottlingException':
    case 'TooManyRequestsException':
      return /per day|daily/i.test(fault.message) ? describeQuota(context) : describeThrottled(context)
    case 'ServiceQuotaExceededException':
      return describeQuota(context)
    case 'ModelTimeoutException':
      return {
        code: 'MODEL_TIMEOUT',
        message: `${capitalised(subject)} took too long to answer.`,
        hint: 'Retry, ask for less at once, or choose a faster model.',
        retryable: true,
      }
    case 'ModelStreamErrorException':
      return brokenStream(subject)
    case 'ModelNotReadyException':
      return {
        code: 'MODEL_UNAVAILABLE',
        message: `${capitalised(subject)} is still being made ready by Bedrock.`,
        hint: 'Wait a minute and retry.',
        retryable: true,
      }
    case 'ModelErrorException':
    case 'InternalServerException':
    case 'ServiceUnavailableException':
      return describeUnavailable(context)
    default:
      return describeByStatus(fault, context)
  }
}

/** Messages vary in wording and case between models and over the years; the tests hold those seen. */
function describeInvalid(fault: Fault, context: FailureContext): Failure {
  const { subject, region } = context
  const { message } = fault
  if (/on-demand throughput/i.test(message)) {
    return {
      code: 'MODEL_NEEDS_PROFILE',
      message: `${capitalised(subject)} can only be called through an inference profile.`,
      hint: `Choose the entry of this model whose name says where it runs, such as (US), (EU) or (global).`,
      retryable: false,
    }
  }
  if (/model identifier is invalid|doesn.t support the model|model .* (is )?not (supported|available)/i.test(message)) {
    return {
      code: 'MODEL_NOT_FOUND',
      message: `Bedrock in ${region} does not know ${subject}.`,
      hint: 'Choose another model, or a region that offers this one, in Settings.',
      retryable: false,
    }
  }
  if (
    /too long|too many (input )?tokens|context (limit|window|length)|maximum (number of tokens|context)/i.test(message)
  ) {
    return {
      code: 'CONTEXT_TOO_LONG',
      message: `The conversation is too long for ${subject}.`,
      hint: 'Start a new conversation, attach less, or choose a model with a larger context.',
      retryable: false,
    }
  }
  if (/operation not allowed/i.test(message)) return describeNoAccess(context)
  return describeRejected(fault, context)
}

function describeDenied({ message }: Fault, context: FailureContext): Failure {
  const action = /perform: ?(?<action>[a-z]+:[A-Za-z]+)/.exec(message)?.groups?.['action']
  if (action === undefined) return describeNoAccess(context)
  return {
    code: 'MODEL_ACCESS_DENIED',
    message: `Your AWS identity may not call ${context.subject}: the permission ${action} is missing or denied.`,
    hint: `Ask whoever manages the AWS account to allow ${action} for this model and its inference profile.`,
    retryable: false,
  }
}

function describeNoAccess({ subject, region }: FailureContext): Failure {
  return {
    code: 'MODEL_ACCESS_DENIED',
    message: `This AWS account has no access to ${subject} in ${region}.`,
    hint: 'Open Model access in the Bedrock console of that region and ask for it, or choose another model.',
    retryable: false,
  }
}

function describeNotFound({ message }: Fault, context: FailureContext): Failure {
  if (/use case details/i.test(message)) {
    return {
      code: 'MODEL_ACCESS_DENIED',
      message: `Before ${context.subject} can be used, its maker wants to know what for.`,
      hint: 'Fill in the use case form under Model access in the Bedrock console, wait 15 minutes, and retry.',
      retryable: false,
    }
  }
  const isRetired = /end of (its )?life|legacy/i.test(message)
  return {
    code: 'MODEL_NOT_FOUND',
    message: isRetired
      ? `${capitalised(context.subject)} was retired by Bedrock.`
      : `Bedrock in ${context.region} does not have ${context.subject}.`,
    hint: 'Choose another model, or a region that offers this one, in Settings.',
    retryable: false,
  }
}

function describeThrottled({ subject }: FailureContext): Failure {
  return {
    code: 'MODEL_THROTTLED',
    message: `Bedrock is getting more requests for ${subject} than this account may send.`,
    hint: 'Wait a minute and retry, or choose the global entry of the model.',
    retryable: true,
  }
}

function describeQuota({ subject, region }: FailureContext): Failure {
  return {
    code: 'MODEL_QUOTA_EXCEEDED',
    message: `This AWS account has used up its quota for ${subject} in ${region}.`,
    hint: 'Choose another model or region, wait until the quota renews, or ask for more under Service Quotas.',
    retryable: false,
  }
}

function describeUnavailable({ subject, region }: FailureContext): Failure {
  return {
    code: 'MODEL_UNAVAILABLE',
    message: `Bedrock in ${region} could not serve ${subject} just now.`,
    hint: 'Retry in a moment, or choose another model or region.',
    retryable: true,
  }
}

function describeRejected({ message }: Fault, { subject }: FailureContext): Failure {
  return {
    code: 'MODEL_REJECTED_REQUEST',
    message: `Bedrock refused the request to ${subject}: ${message}`,
    hint: 'Start a new conversation or choose another model; the sentence above is what Bedrock said.',
    retryable: false,
  }
}

function describeByStatus(fault: Fault, context: FailureContext): Failure | undefined {
  const { status } = fault
  // A broken stream carries the status of the answer it began with.
  if (status === undefined || status < 400 || context.hasStarted) return undefined
  if (status === 403) return describeDenied(fault, context)
  if (status === 404) return describeNotFound(fault, context)
  if (status === 429) return describeThrottled(context)
  return status >= 500 ? describeUnavailable(context) : describeRejected(fault, context)
}

function capitalised(subject: string): string {
  return subject.charAt(0).toUpperCase() + subject.slice(1)
}
