import { Dialog } from 'radix-ui'
import { useConsent } from '../state/consent.ts'
import { QuestionView } from './question-view.tsx'

/**
 * Shows the first of the open questions, wherever the person is. It stays until the host takes the question away:
 * nothing here assumes an answer arrived.
 */
export function ConsentHost() {
  const question = useConsent((state) => state.questions[0])
  const waiting = useConsent((state) => state.questions.length)
  return (
    <Dialog.Root open={question !== undefined}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-60 bg-black/45 data-[state=open]:animate-fade-in" />
        {/* A new question is a new view: no half-second, press or sentence carries over from the one before. */}
        {question !== undefined && <QuestionView key={question.id} question={question} waiting={waiting} />}
      </Dialog.Portal>
    </Dialog.Root>
  )
}
