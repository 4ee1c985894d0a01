/** What a request says about where it comes from. */
export type RequestOrigin = {
  readonly host: string | undefined
  readonly origin: string | undefined
  readonly isUpgrade: boolean
}

/**
 * Why a request is refused, or null. A foreign `Host` is DNS rebinding: a web page whose name was made to point at
 * this machine. A foreign or missing `Origin` on a socket is another site's page (sockets know no same-origin rule).
 */
export function refuseRequest({ host, origin, isUpgrade }: RequestOrigin, port: number): string | null {
  const allowed = [`127.0.0.1:${port}`, `localhost:${port}`]
  if (host === undefined || !allowed.includes(host.toLowerCase())) return 'This address is not served here.'
  if (origin === undefined) return isUpgrade ? 'A socket without an origin is refused.' : null
  return origin === `http://${host.toLowerCase()}` ? null : 'Requests from other sites are refused.'
}
