import { create } from 'zustand'
import type { ConsentAnswer, ConsentQuestion } from '../../shared/consent.ts'
import type { ConsentId } from '../../shared/ids.ts'
import { client } from '../bridge/client.ts'

/** Every open question of consent, oldest first, as the host last said. Only the host takes one away. */
export const useConsent = create<{ readonly questions: readonly ConsentQuestion[] }>(() => ({ questions: [] }))

export async function loadQuestions(): Promise<void> {
  useConsent.setState(await client().request('consent.list', {}))
}

export function listenToConsent(): () => void {
  return client().onPush('consent.changed', ({ questions }) => useConsent.setState({ questions }))
}

/** Throws `CONSENT_NOT_OPEN` when the question was withdrawn or answered elsewhere. */
export async function answerQuestion(consentId: ConsentId, answer: ConsentAnswer): Promise<void> {
  await client().request('consent.answer', { consentId, answer })
}
