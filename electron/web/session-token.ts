import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** Who may use the page: one link, redeemed once, for a cookie that lasts as long as this process. */
export type SessionTokens = {
  /** The token for the next link. A new one replaces it each time it is redeemed. */
  current(): string
  /** The cookie's value for the right token, null for a wrong or used one. */
  redeem(token: string): string | null
  isSession(cookie: string | undefined): boolean
}

export function createSessionTokens(): SessionTokens {
  let token = randomToken()
  const sessions = new Set<string>()
  return {
    current: () => token,
    redeem(offered) {
      if (!isSame(offered, token)) return null
      token = randomToken()
      const session = randomToken()
      sessions.add(session)
      return session
    },
    isSession: (cookie) => cookie !== undefined && [...sessions].some((session) => isSame(cookie, session)),
  }
}

function randomToken(): string {
  return randomBytes(24).toString('base64url')
}

/** Compares digests, so that neither length nor common prefix shows in the time it takes. */
function isSame(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(a), digest(b))
}
