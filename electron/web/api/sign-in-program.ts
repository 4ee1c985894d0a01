import type { ApiSessions, SignedIn } from '../../app/api-sessions.ts'
import type { SessionTokens } from '../session-token.ts'

export type ProgramSignIn = {
  readonly sessions: ApiSessions
  readonly tokens: SessionTokens
  /** The token of the printed link was used; the next one is different. */
  readonly onSignIn: () => void
}

/**
 * Who a request comes from, by its `Authorization` header and by nothing else: a browser adds cookies to what other
 * sites send, but never this header. The first use of the printed link's token makes it this program's own. Undefined
 * for a wrong token, a used link's and an ended session's.
 */
export function signInProgram(
  headers: { readonly authorization?: string | undefined; readonly 'user-agent'?: string | undefined },
  { sessions, tokens, onSignIn }: ProgramSignIn,
): SignedIn | undefined {
  const [, token] = /^Bearer +(\S+)$/i.exec(headers.authorization ?? '') ?? []
  if (token === undefined) return undefined
  const known = sessions.use(token)
  if (known !== undefined || !tokens.take(token)) return known
  const session = sessions.open(token, headers['user-agent'] ?? '')
  onSignIn()
  return session
}
