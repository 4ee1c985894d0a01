import { Dialog } from 'radix-ui'
import { useEffect, useRef } from 'react'
import { useConsent } from '../state/consent.ts'
import { useReturningFocus } from '../ui/use-returning-focus.ts'
import { QuestionView } from './question-view.tsx'

/**
 * Shows the first of the open questions, wherever the person is. It stays until the host takes the question away:
 * nothing here assumes an answer arrived.
 */
export function ConsentHost() {
  const question = useConsent((state) => state.questions[0])
  const waiting = useConsent((state) => state.questions.length)
  const id = question?.id
  const focus = useReturningFocus()
  const heading = useRef<HTMLHeadingElement>(null)
  // The heading takes the focus, so that a key pressed on by habit finds no button. When the last question is gone the
  // focus goes back to where it was: the dialog stays one and the same until then.
  useEffect(() => {
    if (id !== undefined) heading.current?.focus()
  }, [id])
  return (
    <Dialog.Root open={question !== undefined}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-60 bg-black/45 data-[state=open]:animate-fade-in" />
        <Dialog.Content
          role="alertdialog"
          aria-describedby={undefined}
          onOpenAutoFocus={(event) => {
            focus.remember()
            event.preventDefault()
            heading.current?.focus()
          }}
          onCloseAutoFocus={focus.giveBack}
          // Only an answer closes it; Escape is one, given by the question itself.
          onInteractOutside={(event) => event.preventDefault()}
          onEscapeKeyDown={(event) => event.preventDefault()}
          className="fixed top-1/2 left-1/2 z-70 flex max-h-[calc(100dvh-2rem)] w-[calc(100vw-2rem)] max-w-2xl -translate-x-1/2 -translate-y-1/2 flex-col overflow-hidden rounded-2xl border border-line bg-surface shadow-raised focus:outline-none data-[state=open]:animate-fade-in"
        >
          {/* A new question is a new view: no half-second, press or sentence carries over from the one before. */}
          {question !== undefined && (
            <QuestionView key={question.id} question={question} waiting={waiting} heading={heading} />
          )}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
