/** The region a request is signed for, from its SigV4 credential scope; undefined for a bearer key, which names none. */
export function signingRegion(headers: Readonly<Record<string, string>>): string | undefined {
  return /^AWS4-HMAC-SHA256 Credential=[^/,]+\/\d{8}\/([\w-]+)\//.exec(headers['authorization'] ?? '')?.[1]
}
