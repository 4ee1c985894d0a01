import type { StreamException } from './fault.ts'

const messages: Readonly<Record<StreamException, string>> = {
  internalServerException: 'The system encountered an unexpected error during processing. Try your request again.',
  modelStreamErrorException: 'The system encountered an unexpected error during processing. Try your request again.',
  validationException: 'The model returned the following errors: Input is too long for requested model.',
  throttlingException: 'Too many tokens, please wait before trying again.',
  serviceUnavailableException: 'Bedrock is unable to process your request.',
}

/** The body of an exception frame. A model's own failure carries the model's status and words as well. */
export function streamExceptionPayload(exception: string, message?: string): object {
  const text = message ?? messages[exception as StreamException] ?? 'Something went wrong.'
  if (exception !== 'modelStreamErrorException') return { message: text }
  return { message: text, originalStatusCode: 500, originalMessage: text }
}
