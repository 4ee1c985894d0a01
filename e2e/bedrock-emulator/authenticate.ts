import type { Credentials } from './emulator-state.ts'
import { ServiceError } from './service-error.ts'

/**
 * Throws unless the request carries a SigV4 signature or a bearer key. Signatures are not checked: there is no secret
 * to check them against. `credentials` plays an account whose credentials are refused.
 */
export function authenticate(headers: Readonly<Record<string, string>>, credentials: Credentials): void {
  const authorization = headers['authorization'] ?? ''
  const isSigned = authorization.startsWith('AWS4-HMAC-SHA256 Credential=') && headers['x-amz-date'] !== undefined
  const isBearer = /^Bearer \S+$/.test(authorization)
  if (!isSigned && !isBearer) throw new ServiceError('MissingAuthenticationTokenException')
  switch (credentials) {
    case 'accepted':
      return
    case 'expired':
      throw new ServiceError('ExpiredTokenException')
    case 'unrecognized':
      throw isBearer
        ? new ServiceError('AccessDeniedException', 'Authentication failed: Please make sure your API Key is valid.')
        : new ServiceError('UnrecognizedClientException')
    case 'denied':
      throw new ServiceError(
        'AccessDeniedException',
        'User: arn:aws:iam::123456789012:user/analyst is not authorized to perform: bedrock:InvokeModelWithResponseStream because no identity-based policy allows the bedrock:InvokeModelWithResponseStream action',
      )
  }
}
