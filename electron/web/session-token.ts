import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** Who may use the app: one link, used once, by a page for a cookie or by a program that keeps its token as its own. */
export type SessionTokens = {
  /** The token for the next link. A new one replaces it each time it is used. */
  current(): string
  /** Whether it was the right token; it is none any more then. The caller decides what it is worth from now on. */
  take(token: string): boolean
  /** The cookie's value for the right token, null for a wrong or used one. It lasts as long as this process. */
  redeem(token: string): string | null
  isSession(cookie: string | undefined): boolean
}

export function createSessionTokens(): SessionTokens {
  let token = randomToken()
  const sessions = new Set<string>()

  function take(offered: string): boolean {
    if (!isSame(offered, token)) return false
    token = randomToken()
    return true
  }

  return {
    current: () => token,
    take,
    redeem(offered) {
      if (!take(offered)) return null
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
