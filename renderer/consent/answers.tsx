import { Check, Infinity as Always, MessageCircle, X } from 'lucide-react'
import { useState } from 'react'
import { describeScope, type ConsentAnswer, type ConsentQuestion } from '../../shared/consent.ts'
import { RevealedText } from '../ui/revealed-text.tsx'
import { TextField } from '../ui/text-field.tsx'
import { AnswerButton } from './answer-button.tsx'

/** The four answers, or those of them the question offers. None is the default; Enter answers nothing by itself. */
export function Answers({
  question,
  canAnswer,
  onAnswer,
}: {
  readonly question: ConsentQuestion
  readonly canAnswer: boolean
  readonly onAnswer: (answer: ConsentAnswer) => void
}) {
  const [toAgent, setToAgent] = useState('')
  const { conversation, always } = question.offers
  const sentence = toAgent.trim()
  return (
    <div className="space-y-3">
      <div className="grid gap-2">
        <AnswerButton
          label="Allow once"
          icon={<Check aria-hidden />}
          isArmed={canAnswer}
          onAnswer={() => onAnswer({ kind: 'once' })}
        >
          Only this call, exactly as shown.
        </AnswerButton>
        {conversation !== undefined && (
          <AnswerButton
            label="Allow in this conversation"
            icon={<MessageCircle aria-hidden />}
            isArmed={canAnswer}
            onAnswer={() => onAnswer({ kind: 'conversation' })}
          >
            <RevealedText text={describeScope(question.toolName, conversation)} />
          </AnswerButton>
        )}
        {always !== undefined && (
          <AnswerButton
            label="Always allow"
            icon={<Always aria-hidden />}
            isArmed={canAnswer}
            onAnswer={() => onAnswer({ kind: 'always' })}
          >
            <RevealedText text={describeScope(question.toolName, always)} />, asked by {question.agentName}, until you
            revoke it
          </AnswerButton>
        )}
      </div>
      <div className="flex items-stretch gap-2">
        <TextField
          label="What the agent should do instead (optional)"
          isLabelHidden
          placeholder="What the agent should do instead (optional)"
          maxLength={2000}
          value={toAgent}
          onChange={setToAgent}
          className="min-w-0 flex-1 [&_input]:h-full"
        />
        <AnswerButton
          label="Deny"
          icon={<X aria-hidden />}
          isDenial
          isArmed={canAnswer}
          onAnswer={() => onAnswer(sentence === '' ? { kind: 'deny' } : { kind: 'deny', toAgent: sentence })}
        />
      </div>
    </div>
  )
}
