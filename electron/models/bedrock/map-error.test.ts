import { describe, expect, test } from 'vitest'
import { AppError, toWireError, type ErrorCode } from '../../../shared/errors.ts'
import type { BedrockAuth } from '../../../shared/settings.ts'
import { toBedrockError } from './map-error.ts'

const profile: BedrockAuth = { kind: 'profile', profile: 'analytics' }
const context = { subject: 'Claude Opus 5', region: 'eu-west-1', auth: profile, hasStarted: false }

/** An error as the SDK throws it. */
function thrown(name: string, message: string, more: { status?: number; code?: string } = {}): Error {
  const error = Object.assign(new Error(message), more.code === undefined ? {} : { code: more.code })
  error.name = name
  return Object.assign(error, more.status === undefined ? {} : { $metadata: { httpStatusCode: more.status } })
}

/** Wordings seen from the service and the SDK. */
const table: readonly (readonly [name: string, message: string, status: number | undefined, code: ErrorCode])[] = [
  ['CredentialsProviderError', 'Could not load credentials from any providers', undefined, 'CREDENTIALS_MISSING'],
  [
    'CredentialsProviderError',
    'Could not resolve credentials using profile: [analytics] in configuration/credentials file(s).',
    undefined,
    'CREDENTIALS_MISSING',
  ],
  [
    'CredentialsProviderError',
    'The SSO session associated with this profile has expired. To refresh this SSO session run aws sso login with the corresponding profile.',
    undefined,
    'CREDENTIALS_EXPIRED',
  ],
  [
    'TokenProviderError',
    "Token is expired. To refresh this SSO session run 'aws sso login' with the corresponding profile.",
    undefined,
    'CREDENTIALS_EXPIRED',
  ],
  ['ExpiredTokenException', 'The security token included in the request is expired', 403, 'CREDENTIALS_EXPIRED'],
  ['AccessDeniedException', 'Bearer Token has expired', 403, 'CREDENTIALS_EXPIRED'],
  [
    'UnrecognizedClientException',
    'The security token included in the request is invalid.',
    403,
    'CREDENTIALS_REJECTED',
  ],
  [
    'InvalidSignatureException',
    'The request signature we calculated does not match the signature you provided.',
    403,
    'CREDENTIALS_REJECTED',
  ],
  [
    'AccessDeniedException',
    'Authentication failed: Please make sure your API Key is valid.',
    403,
    'CREDENTIALS_REJECTED',
  ],
  ['MissingAuthenticationTokenException', 'Missing Authentication Token', 403, 'CREDENTIALS_MISSING'],
  [
    'AccessDeniedException',
    "You don't have access to the model with the specified model ID.",
    403,
    'MODEL_ACCESS_DENIED',
  ],
  [
    'AccessDeniedException',
    'User: arn:aws:iam::1:user/a is not authorized to perform: bedrock:InvokeModelWithResponseStream on resource: arn:aws:bedrock:::x',
    403,
    'MODEL_ACCESS_DENIED',
  ],
  ['ValidationException', 'Operation not allowed', 400, 'MODEL_ACCESS_DENIED'],
  [
    'ResourceNotFoundException',
    'Model use case details have not been submitted for this account.',
    404,
    'MODEL_ACCESS_DENIED',
  ],
  [
    'ValidationException',
    'Invocation of model ID anthropic.claude-opus-5 with on-demand throughput isn’t supported. Retry your request with the ID or ARN of an inference profile that contains this model.',
    400,
    'MODEL_NEEDS_PROFILE',
  ],
  ['ValidationException', 'The provided model identifier is invalid.', 400, 'MODEL_NOT_FOUND'],
  ['ResourceNotFoundException', 'Model not found.', 404, 'MODEL_NOT_FOUND'],
  ['ResourceNotFoundException', 'This model version has reached the end of its life.', 404, 'MODEL_NOT_FOUND'],
  [
    'ValidationException',
    'The model returned the following errors: Input is too long for requested model.',
    400,
    'CONTEXT_TOO_LONG',
  ],
  ['ValidationException', 'prompt is too long: 1200000 tokens > 1000000 maximum', 400, 'CONTEXT_TOO_LONG'],
  [
    'ValidationException',
    'input length and `max_tokens` exceed context limit: 190000 + 20000',
    400,
    'CONTEXT_TOO_LONG',
  ],
  [
    'ValidationException',
    'The text field in the ContentBlock object at messages.0.content.0 is blank.',
    400,
    'MODEL_REJECTED_REQUEST',
  ],
  ['ThrottlingException', 'Too many requests, please wait before trying again.', 429, 'MODEL_THROTTLED'],
  ['ThrottlingException', 'Too many tokens per day, please wait before trying again.', 429, 'MODEL_QUOTA_EXCEEDED'],
  ['ServiceQuotaExceededException', 'Your request exceeds the service quota.', 400, 'MODEL_QUOTA_EXCEEDED'],
  ['ModelNotReadyException', 'Model is not ready for inference.', 429, 'MODEL_UNAVAILABLE'],
  ['ModelTimeoutException', 'The model took too long.', 408, 'MODEL_TIMEOUT'],
  ['ModelErrorException', 'The system encountered an unexpected error.', 424, 'MODEL_UNAVAILABLE'],
  ['ModelStreamErrorException', 'The system encountered an unexpected error.', 424, 'MODEL_STREAM_BROKEN'],
  ['InternalServerException', 'The system encountered an unexpected error.', 500, 'MODEL_UNAVAILABLE'],
  ['ServiceUnavailableException', 'Bedrock is unable to process your request.', 503, 'MODEL_UNAVAILABLE'],
  ['UnknownError', 'Bad gateway', 502, 'MODEL_UNAVAILABLE'],
  ['TimeoutError', 'Stream timed out because of no activity for 900 ms', undefined, 'MODEL_TIMEOUT'],
  ['TypeError', 'x is not a function', undefined, 'INTERNAL'],
]

describe('a failure of Bedrock', () => {
  test.each(table)('%s (%s) becomes a sentence with a next step', (name, message, status, code) => {
    const cause = thrown(name, message, status === undefined ? {} : { status })
    const error = toBedrockError(cause, context)
    expect(error.code).toBe(code)
    expect(error.cause).toBe(cause)
    expect(error.message).toMatch(/^[A-Z].*[.…]$/)
    expect(error.hint).toMatch(/^[A-Z].*\.$/)
  })

  test.each([
    ['ENOTFOUND', 'MODEL_UNREACHABLE', 'eu-west-1'],
    ['ECONNREFUSED', 'MODEL_UNREACHABLE', 'could not be reached'],
    ['ETIMEDOUT', 'MODEL_TIMEOUT', 'did not answer in time'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'MODEL_UNREACHABLE', 'certificate'],
  ])('of the network, %s, says what could not be reached', (code, expected, words) => {
    const error = toBedrockError(thrown('Error', 'connect', { code }), context)
    expect(error.code).toBe(expected)
    expect(error.message).toContain(words)
  })

  test.each([
    ['ENOTFOUND', true],
    ['EAI_AGAIN', true],
    ['ECONNREFUSED', true],
    ['SELF_SIGNED_CERT_IN_CHAIN', true],
    ['ECONNRESET', false],
    ['ETIMEDOUT', false],
  ])('of the network, %s, tells whether the request left this machine: unsent is %s', (code, isUnsent) => {
    const failed = thrown('Error', 'connect', { code })
    expect(toBedrockError(failed, context).isUnsent).toBe(isUnsent)
    expect(toBedrockError(failed, { ...context, hasStarted: true }).isUnsent).toBe(false)
  })

  test('is found inside the error of a machine with two addresses', () => {
    const inner = thrown('Error', 'connect ECONNREFUSED', { code: 'ECONNREFUSED' })
    expect(toBedrockError(new AggregateError([inner, inner]), context).code).toBe('MODEL_UNREACHABLE')
  })

  test('names the command that renews the chosen profile', () => {
    const expired = thrown('CredentialsProviderError', 'The SSO session associated with this profile has expired.')
    expect(toBedrockError(expired, context).hint).toBe(
      'Run aws sso login --profile analytics in a terminal, then retry.',
    )
    const ofDefault = toBedrockError(expired, { ...context, auth: { kind: 'default' } })
    expect(ofDefault.hint).toBe('Run aws sso login in a terminal, then retry.')
  })

  test('names the permission that is missing', () => {
    const denied = thrown('AccessDeniedException', 'is not authorized to perform: bedrock:InvokeModel on x', {
      status: 403,
    })
    expect(toBedrockError(denied, context).hint).toContain('bedrock:InvokeModel')
  })

  test('in the middle of an answer is a broken stream, whatever the status it began with', () => {
    const started = { ...context, hasStarted: true }
    for (const error of [
      thrown('Error', 'aborted', { code: 'ECONNRESET' }),
      thrown('InternalFailure', 'x', { status: 200 }),
      thrown('Error', 'Truncated event message received.'),
    ]) {
      expect(toBedrockError(error, started).code).toBe('MODEL_STREAM_BROKEN')
    }
  })

  test('in the middle of an answer keeps the reason Bedrock gave, under its name on the wire', () => {
    const error = thrown('modelTimeoutException', '{"message":"too slow","p":"abc"}')
    expect(toBedrockError(error, { ...context, hasStarted: true }).code).toBe('MODEL_TIMEOUT')
  })

  test('quotes a refusal it does not know, without the JSON around it', () => {
    const error = toBedrockError(thrown('validationException', '{"message":"No such thing."}'), context)
    expect(error.message).toBe('Bedrock refused the request to Claude Opus 5: No such thing.')
  })

  test('leaves our own errors alone', () => {
    const ours = new AppError('CREDENTIALS_MISSING', 'Nothing stored.')
    expect(toBedrockError(ours, context)).toBe(ours)
  })

  test.each([
    [{ 'retry-after': '7' }, 7_000],
    [{ 'retry-after': '0.5' }, 500],
    [{ 'x-amz-retry-after': '250', 'retry-after': '7' }, 250],
    [{ 'retry-after': 'Thu, 01 Jan 1970 00:00:00 GMT' }, 0],
    [{ 'retry-after': 'soon' }, undefined],
    [{}, undefined],
  ])('keeps how long the service asks to wait: %o', (headers, expected) => {
    const error = Object.assign(thrown('ThrottlingException', 'Too many requests.'), { $response: { headers } })
    expect(toBedrockError(error, context).retryAfterMs).toBe(expected)
  })

  test('keeps how long to wait when the service names the time', () => {
    const at = new Date(Date.now() + 3_600_000).toUTCString()
    const error = Object.assign(thrown('ThrottlingException', 'Too many.'), {
      $response: { headers: { 'retry-after': at } },
    })
    // An hour from when it was written, which has whole seconds.
    expect(Math.round((toBedrockError(error, context).retryAfterMs ?? 0) / 60_000)).toBe(60)
  })

  test('keeps how long to wait, and that nothing was sent, on this side of the border', () => {
    const error = new AppError('MODEL_THROTTLED', 'Too many.', { retryable: true, retryAfterMs: 7_000, isUnsent: true })
    expect(toWireError(error)).toEqual({ code: 'MODEL_THROTTLED', message: 'Too many.', retryable: true })
  })
})
