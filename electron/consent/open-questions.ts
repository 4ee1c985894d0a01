import type { ConsentAnswer, ConsentQuestion, Grant } from '../../shared/consent.ts'
import { AppError } from '../../shared/errors.ts'
import type { ConsentId } from '../../shared/ids.ts'
import { grantCovers, type CoveredCall } from './grant-covers.ts'

/** Whether somebody can see a question. A page that reloads is gone for a moment only. */
export type Audience = {
  isPresent(): boolean
  onChange(listener: () => void): () => void
  /** How long a question waits for a page to come back; 0 where none ever will. */
  readonly graceMs: number
}

/** How a question ended. Only the first of these counts. */
export type Settled =
  | { readonly kind: 'answered'; readonly answer: ConsentAnswer }
  | { readonly kind: 'expired' | 'withdrawn' | 'nobody-there' }

/** The questions nobody has answered yet. */
export type OpenQuestions = {
  /** Oldest first. */
  list(): readonly ConsentQuestion[]
  /** Opens a question and waits for its end. `onAsked` is called once it is open; aborting withdraws it. */
  wait(
    question: ConsentQuestion,
    call: CoveredCall,
    asked: { readonly signal: AbortSignal; readonly onAsked: () => void },
  ): Promise<Settled>
  /** `CONSENT_NOT_OPEN` for one that has ended: a late answer never counts. `INVALID_REQUEST` for what it does not offer. */
  answer(id: ConsentId, answer: ConsentAnswer): void
  /** What was just allowed is not asked again: questions that this grant covers are answered by it. */
  answerCovered(grant: Grant): void
}

type OpenQuestion = {
  readonly question: ConsentQuestion
  readonly call: CoveredCall
  readonly settle: (settled: Settled) => void
}

export function createOpenQuestions(deps: {
  readonly audience: Audience
  /** How long a question waits while somebody could answer it. */
  readonly answerWithinMs: number
  readonly onChange: (questions: readonly ConsentQuestion[]) => void
}): OpenQuestions {
  const open = new Map<ConsentId, OpenQuestion>()
  const list = () => [...open.values()].map(({ question }) => question)

  return {
    list,
    wait(question, call, { signal, onAsked }) {
      if (signal.aborted) return Promise.resolve({ kind: 'withdrawn' })
      return new Promise((resolve) => {
        let graceTimer: NodeJS.Timeout | undefined
        const expiry = setTimeout(() => settle({ kind: 'expired' }), deps.answerWithinMs)
        const stopWatching = deps.audience.onChange(watchAudience)
        const onAbort = () => settle({ kind: 'withdrawn' })
        signal.addEventListener('abort', onAbort, { once: true })

        function watchAudience(): void {
          clearTimeout(graceTimer)
          if (!deps.audience.isPresent())
            graceTimer = setTimeout(() => settle({ kind: 'nobody-there' }), deps.audience.graceMs)
        }
        function settle(settled: Settled): void {
          if (!open.delete(question.id)) return
          clearTimeout(expiry)
          clearTimeout(graceTimer)
          stopWatching()
          signal.removeEventListener('abort', onAbort)
          resolve(settled)
          deps.onChange(list())
        }

        open.set(question.id, { question, call, settle })
        onAsked()
        deps.onChange(list())
        watchAudience()
      })
    },
    answer(id, answer) {
      const asked = open.get(id)
      if (asked === undefined)
        throw new AppError('CONSENT_NOT_OPEN', 'This question is no longer open.', { hint: 'The agent may ask again.' })
      const isLasting = answer.kind === 'conversation' || answer.kind === 'always'
      if (isLasting && asked.question.offers[answer.kind] === undefined)
        throw new AppError('INVALID_REQUEST', 'This call cannot be allowed for longer than once.')
      asked.settle({ kind: 'answered', answer })
    },
    answerCovered(grant) {
      for (const { question, call, settle } of open.values()) {
        // A question without offers is one that no grant may answer.
        const isGrantable = Object.keys(question.offers).length > 0
        if (isGrantable && grantCovers(grant, call)) settle({ kind: 'answered', answer: { kind: 'once' } })
      }
    },
  }
}
