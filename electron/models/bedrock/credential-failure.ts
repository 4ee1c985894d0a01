import type { BedrockAuth } from '../../../shared/settings.ts'
import type { Failure, FailureContext } from './failure.ts'
import type { Fault } from './fault.ts'

/** Credentials that are missing, expired or refused; undefined when the fault is something else. */
export function readCredentialFailure(fault: Fault, { auth, region }: FailureContext): Failure | undefined {
  if (isProviderError(fault)) return describeUnresolved(fault, auth)
  if (isExpired(fault)) {
    return {
      code: 'CREDENTIALS_EXPIRED',
      message: `${nameOf(auth)} expired.`,
      hint: renewalOf(auth),
      retryable: false,
    }
  }
  if (fault.name === 'MissingAuthenticationTokenException') return describeMissing(auth)
  if (fault.name === 'InvalidSignatureException' && fault.message.includes('valid region')) {
    return {
      code: 'CREDENTIALS_REJECTED',
      message: `AWS expected another region than ${region} in the signature.`,
      hint: 'Check the region in Settings; a custom endpoint must belong to the same region.',
      retryable: false,
    }
  }
  if (isRejected(fault)) {
    return {
      code: 'CREDENTIALS_REJECTED',
      message: `AWS did not accept ${inSentence(nameOf(auth))}.`,
      hint: `${repairOf(auth)} If this computer’s clock is wrong, set it first.`,
      retryable: false,
    }
  }
  return undefined
}

/** Errors of the SDK's own chain, thrown before anything is sent. */
function isProviderError({ name }: Fault): boolean {
  return name === 'CredentialsProviderError' || name === 'TokenProviderError' || name === 'ProviderError'
}

function describeUnresolved({ message }: Fault, auth: BedrockAuth): Failure {
  if (/sso|token is expired|aws login|re-authenticate|expired credentials/i.test(message)) {
    const command = /aws login/i.test(message) ? 'aws login' : 'aws sso login'
    return {
      code: 'CREDENTIALS_EXPIRED',
      message: `The sign-in of ${inSentence(nameOf(auth))} is missing or expired.`,
      hint: `Run ${command}${profileOption(auth)} in a terminal, then retry.`,
      retryable: false,
    }
  }
  if (/multi-factor/i.test(message)) {
    return {
      code: 'CREDENTIALS_MISSING',
      message: `${nameOf(auth)} asks for a multi-factor code, which this app cannot enter.`,
      hint: 'Use a profile with SSO, or put temporary keys into Settings.',
      retryable: false,
    }
  }
  return describeMissing(auth)
}

function describeMissing(auth: BedrockAuth): Failure {
  const missing = { code: 'CREDENTIALS_MISSING', retryable: false } as const
  switch (auth.kind) {
    case 'default':
      return {
        ...missing,
        message: 'No AWS credentials were found on this computer.',
        hint: 'Choose a profile in Settings, enter keys there, or run aws configure sso in a terminal.',
      }
    case 'profile':
      return {
        ...missing,
        message: `The AWS profile “${auth.profile}” gave no credentials.`,
        hint: 'Check its name in Settings and its entry in ~/.aws/config, or choose another one.',
      }
    case 'keys':
      return { ...missing, message: 'No AWS access keys are stored.', hint: 'Enter them in Settings.' }
    case 'bearer':
      return { ...missing, message: 'No Bedrock API key is stored.', hint: 'Enter it in Settings.' }
  }
}

function isExpired({ name, message, status }: Fault): boolean {
  if (name === 'ExpiredTokenException' || name === 'ExpiredToken') return true
  return (status === 401 || status === 403) && /token (included in the request )?(is|has) expired/i.test(message)
}

function isRejected({ name, message, status }: Fault): boolean {
  if (rejections.has(name)) return true
  return status === 401 || (status === 403 && /api key|bearer token|security token|not authenticated/i.test(message))
}

const rejections = new Set([
  'UnrecognizedClientException',
  'InvalidSignatureException',
  'IncompleteSignatureException',
  'InvalidClientTokenId',
  'SignatureDoesNotMatch',
  'RequestTimeTooSkewed',
])

function nameOf(auth: BedrockAuth): string {
  switch (auth.kind) {
    case 'default':
      return 'The AWS credentials of this computer'
    case 'profile':
      return `The AWS profile “${auth.profile}”`
    case 'keys':
      return 'The stored AWS access keys'
    case 'bearer':
      return 'The stored Bedrock API key'
  }
}

function inSentence(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1)
}

function renewalOf(auth: BedrockAuth): string {
  switch (auth.kind) {
    case 'default':
    case 'profile':
      return `Run aws sso login${profileOption(auth)} in a terminal, or renew the keys the way you got them, then retry.`
    case 'keys':
      return 'Enter new keys in Settings.'
    case 'bearer':
      return 'Create a new Bedrock API key in the AWS console and enter it in Settings.'
  }
}

function repairOf(auth: BedrockAuth): string {
  switch (auth.kind) {
    case 'default':
      return 'Check the AWS variables in the environment and ~/.aws/credentials, or choose a profile in Settings.'
    case 'profile':
      return `Check the entry “${auth.profile}” in ~/.aws/credentials, or sign in again.`
    case 'keys':
      return 'Enter the keys again in Settings.'
    case 'bearer':
      return 'Enter the Bedrock API key again in Settings; a short-term key works only in the region it was made for.'
  }
}

function profileOption(auth: BedrockAuth): string {
  return auth.kind === 'profile' ? ` --profile ${auth.profile}` : ''
}
