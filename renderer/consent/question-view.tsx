import { Dialog } from 'radix-ui'
import { useState, type RefObject } from 'react'
import type { ConsentAnswer, ConsentQuestion } from '../../shared/consent.ts'
import { answerQuestion, loadQuestions } from '../state/consent.ts'
import { showFailure } from '../state/toasts.ts'
import { Badge } from '../ui/badge.tsx'
import { RevealedText } from '../ui/revealed-text.tsx'
import { Answers } from './answers.tsx'
import { Countdown } from './countdown.tsx'
import { Preview } from './preview.tsx'
import { useArmed } from './use-armed.ts'
import { useEscape } from './use-escape.ts'
import { WhyAsked } from './why-asked.tsx'

/** One question: who wants to do what, why it is asked, everything it would do, and the answers. */
export function QuestionView({
  question,
  waiting,
  heading,
}: {
  readonly question: ConsentQuestion
  /** How many questions are open, this one included. */
  readonly waiting: number
  readonly heading: RefObject<HTMLHeadingElement | null>
}) {
  const isArmed = useArmed()
  const [isAnswering, setAnswering] = useState(false)

  const answer = (given: ConsentAnswer) => {
    setAnswering(true)
    answerQuestion(question.id, given)
      .catch((error: unknown) => {
        setAnswering(false)
        showFailure(error)
        // Most likely it was withdrawn or answered elsewhere: ask the host what is still open.
        return loadQuestions()
      })
      .catch(showFailure)
  }
  const canAnswer = isArmed && !isAnswering
  useEscape(() => canAnswer && answer({ kind: 'deny' }))

  return (
    <>
      <header className="flex items-start gap-4 px-6 pt-5 pb-4">
        <div className="min-w-0 flex-1">
          <p className="text-xs text-muted">
            <RevealedText text={question.agentName} className="font-medium text-ink" /> asks to use{' '}
            <span className="font-mono">{question.toolName}</span>
          </p>
          <Dialog.Title ref={heading} tabIndex={-1} className="mt-1 text-lg leading-7 font-semibold focus:outline-none">
            <RevealedText text={question.title} />
          </Dialog.Title>
        </div>
        {waiting > 1 && <Badge className="mt-0.5">1 of {waiting}</Badge>}
      </header>
      <div className="min-h-24 flex-1 space-y-4 overflow-y-auto overscroll-contain px-6 pb-5">
        <WhyAsked question={question} />
        <Preview preview={question.preview} input={question.input} />
      </div>
      <footer className="max-h-[55%] shrink-0 space-y-3 overflow-y-auto border-t border-line bg-canvas px-6 py-4">
        <Countdown expiresAt={question.expiresAt} />
        <Answers question={question} canAnswer={canAnswer} onAnswer={answer} />
      </footer>
    </>
  )
}
