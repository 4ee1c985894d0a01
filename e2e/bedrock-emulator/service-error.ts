const unexpected = 'The system encountered an unexpected error during processing. Try your request again.'

/** Every refusal of the runtime and control plane: its HTTP status from the SDK's service model, its usual message. */
export const serviceErrors = {
  AccessDeniedException: { status: 403, message: "You don't have access to the model with the specified model ID." },
  ExpiredTokenException: { status: 403, message: 'The security token included in the request is expired' },
  UnrecognizedClientException: { status: 403, message: 'The security token included in the request is invalid.' },
  MissingAuthenticationTokenException: { status: 403, message: 'Missing Authentication Token' },
  ValidationException: { status: 400, message: 'The provided model identifier is invalid.' },
  ConflictException: { status: 400, message: 'Another operation on this resource is under way.' },
  ServiceQuotaExceededException: { status: 400, message: 'Your request exceeds the service quota for your account.' },
  ResourceNotFoundException: { status: 404, message: 'Model not found.' },
  ModelTimeoutException: { status: 408, message: 'The model took too long to process the request.' },
  ModelErrorException: { status: 424, message: unexpected },
  ModelStreamErrorException: { status: 424, message: unexpected },
  ThrottlingException: { status: 429, message: 'Too many requests, please wait before trying again.' },
  ModelNotReadyException: {
    status: 429,
    message: 'Model is not ready for inference. Wait and try your request again.',
  },
  InternalServerException: { status: 500, message: unexpected },
  ServiceUnavailableException: { status: 503, message: 'Bedrock is unable to process your request.' },
} as const

export type ServiceErrorName = keyof typeof serviceErrors

export interface ServiceErrorOptions extends ErrorOptions {
  readonly retryAfterSeconds?: number | undefined
}

/** A refusal as the service words it: thrown while a request is judged, written to the client by the server. */
export class ServiceError extends Error {
  override readonly name: ServiceErrorName
  readonly retryAfterSeconds: number | undefined

  constructor(name: ServiceErrorName, message?: string, { retryAfterSeconds, ...options }: ServiceErrorOptions = {}) {
    super(message ?? serviceErrors[name].message, options)
    this.name = name
    this.retryAfterSeconds = retryAfterSeconds
  }

  get status(): number {
    return serviceErrors[this.name].status
  }
}
