import { createHash } from 'node:crypto'
import { AppError } from '../../shared/errors.ts'
import type { ApiSessionId } from '../../shared/ids.ts'
import type { ApiSession } from '../../shared/ipc/contract.ts'

/** The programs that signed in to the HTTP API, for as long as this process lives. Tokens are kept as digests only. */
export type ApiSessions = {
  /** Oldest first. */
  list(): readonly ApiSession[]
  /** Signs a program in. The caller has made sure that the token was a valid link's, which no link uses any more. */
  open(token: string, userAgent: string): SignedIn
  /** The session this token belongs to, noted as used now; undefined for an unknown token and an ended session's. */
  use(token: string): SignedIn | undefined
  /** Only the person in front of the page may call this. `NOT_FOUND` for a session that has ended. */
  allowAnswers(id: ApiSessionId, mayAnswer: boolean): void
  /** Its token is worth nothing from now on, and its streams close. `NOT_FOUND` for a session that has ended. */
  end(id: ApiSessionId): void
}

export type SignedIn = {
  /** As it is now: the person may change it while a request is under way. */
  current(): ApiSession
  /** Aborts when the person ends the session. */
  readonly ended: AbortSignal
}

type KeptSession = { session: ApiSession; readonly digest: string; readonly controller: AbortController }

export function createApiSessions(deps: {
  readonly now: () => number
  readonly newId: () => ApiSessionId
  /** Told when a session begins, ends or changes; not of its mere use. */
  readonly onChange: (sessions: readonly ApiSession[]) => void
}): ApiSessions {
  const byDigest = new Map<string, KeptSession>()
  const list = () => [...byDigest.values()].map(({ session }) => session)
  const changed = () => deps.onChange(list())

  function find(id: ApiSessionId): KeptSession {
    const kept = [...byDigest.values()].find(({ session }) => session.id === id)
    if (kept === undefined) throw new AppError('NOT_FOUND', 'This program is no longer signed in.')
    return kept
  }

  return {
    list,
    open(token, userAgent) {
      const at = deps.now()
      const session = { id: deps.newId(), userAgent: shownName(userAgent), since: at, lastUsedAt: at, mayAnswer: false }
      const kept = { session, digest: digestOf(token), controller: new AbortController() }
      byDigest.set(kept.digest, kept)
      changed()
      return signedIn(kept)
    },
    use(token) {
      const kept = byDigest.get(digestOf(token))
      if (kept === undefined) return undefined
      kept.session = { ...kept.session, lastUsedAt: deps.now() }
      return signedIn(kept)
    },
    allowAnswers(id, mayAnswer) {
      const kept = find(id)
      kept.session = { ...kept.session, mayAnswer }
      changed()
    },
    end(id) {
      const { digest, controller } = find(id)
      byDigest.delete(digest)
      controller.abort()
      changed()
    },
  }
}

function signedIn(kept: KeptSession): SignedIn {
  return { current: () => kept.session, ended: kept.controller.signal }
}

/** Looking up a digest takes a time that says nothing about the token. */
function digestOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}

/** What a program calls itself is its own claim: no control or direction characters, and no wall of text in the page. */
function shownName(userAgent: string): string {
  const name = userAgent.replace(/\p{C}/gu, '').trim()
  return name === '' ? 'A program without a name' : name.slice(0, 120)
}
