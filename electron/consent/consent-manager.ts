import type {
  ConsentAnswer,
  ConsentMode,
  ConsentQuestion,
  ContentSource,
  Grant,
  GrantScope,
} from '../../shared/consent.ts'
import type { AgentId, ConsentId, ConversationId, GrantId } from '../../shared/ids.ts'
import type { Consent, ConsentDecision, PreparedToolCall, RunScope } from '../agent/ports.ts'
import type { Allowance } from './allowance.ts'
import { describeRule } from './describe-rule.ts'
import { fingerprint } from './fingerprint.ts'
import { describeDenial, describeUncovered, describeUnanswered } from './describe-outcome.ts'
import { isForCaller, type CoveredCall } from './grant-covers.ts'
import { createOpenQuestions, type Audience, type Settled } from './open-questions.ts'
import { issuePermit } from './permit.ts'
import { decidePolicy, type Offers, type PolicyInput } from './policy.ts'

/** What the manager needs of the rest. Storage-backed in the app, plain maps in tests. */
export type ConsentDependencies = {
  readonly grants: {
    list(): Promise<readonly Grant[]>
    add(grant: Grant): Promise<void>
    countUse(id: GrantId): Promise<void>
    revoke(id: GrantId): Promise<void>
  }
  readonly sources: (id: ConversationId) => readonly ContentSource[]
  readonly agentRules: (id: AgentId) => PolicyInput['agent']
  readonly mode: () => ConsentMode
  readonly workspace: () => string | null
  readonly allowances: readonly Allowance[]
  readonly audience: Audience
  readonly audit: (
    kind: 'consent-asked' | 'consent-settled' | 'call-decided' | 'grant-revoked',
    detail: unknown,
  ) => Promise<void>
  readonly now: () => number
  readonly newConsentId: () => ConsentId
  readonly newGrantId: () => GrantId
  /** Called with the open questions, oldest first, whenever they change. */
  readonly onQuestions: (questions: readonly ConsentQuestion[]) => void
  readonly onGrants: () => void
}

export type ConsentManager = Pick<Consent, 'decide'> & {
  questions(): readonly ConsentQuestion[]
  /** `CONSENT_NOT_OPEN` when it was answered, withdrawn or has expired: a late answer never counts. */
  answer(id: ConsentId, answer: ConsentAnswer): Promise<void>
  revoke(id: GrantId): Promise<void>
}

/** How long a question waits for an answer while somebody could give one. */
const answerWithinMs = 10 * 60_000
/** Arguments longer than this cannot be read whole in a dialog, so no lasting grant is offered for them. */
const showableCharacters = 20_000

/** Judges calls by the policy, asks the person where it says so, and turns the answer into a permit for that call. */
export function createConsentManager(deps: ConsentDependencies): ConsentManager {
  const { audience, onQuestions } = deps
  const open = createOpenQuestions({ audience, answerWithinMs, onChange: onQuestions })

  async function decide(
    call: PreparedToolCall,
    scope: RunScope,
    onAsked: (id: ConsentId) => void,
  ): Promise<ConsentDecision> {
    const { toolName, targets, powers } = call
    const print = fingerprint({ ...call, agentId: scope.agentId })
    const covered = {
      toolName,
      targets,
      powers,
      fingerprint: print,
      agentId: scope.agentId,
      conversationId: scope.conversationId,
    }
    const sources = deps.sources(scope.conversationId)
    const grants = await deps.grants.list()
    const decision = decidePolicy({
      call: covered,
      agent: deps.agentRules(scope.agentId),
      mode: deps.mode(),
      workspace: deps.workspace(),
      sources,
      grants,
      allowances: deps.allowances,
      isShowable: JSON.stringify(call.input).length <= showableCharacters,
    })
    await deps.audit('call-decided', {
      ...auditedCall(call, scope, print),
      decision: decision.kind,
      rule: decision.rule,
    })

    if (decision.kind === 'deny') return { kind: 'denied', toAgent: `Not allowed: ${describeRule(decision.rule)}` }
    if (decision.kind === 'allow') {
      if (decision.grantId !== undefined) await deps.grants.countUse(decision.grantId)
      return { kind: 'allowed', permit: issuePermit(print) }
    }
    const nearest = grants.find((grant) => isForCaller(grant, covered))
    const settled = await ask(call, covered, scope, onAsked, {
      rule: decision.rule,
      reason: describeRule(decision.rule),
      sources: [...sources],
      offers: decision.offers,
      ...(nearest === undefined ? {} : { uncovered: describeUncovered(toolName, nearest.scope, decision.offers) }),
    })
    return conclude(settled, covered, decision.offers)
  }

  async function ask(
    call: PreparedToolCall,
    covered: CoveredCall,
    scope: RunScope,
    onAsked: (id: ConsentId) => void,
    why: Pick<ConsentQuestion, 'rule' | 'reason' | 'sources' | 'offers'> & { readonly uncovered?: string },
  ): Promise<Settled> {
    if (scope.signal.aborted) return { kind: 'withdrawn' }
    const preview = await call.preview()
    const askedAt = deps.now()
    const question: ConsentQuestion = {
      ...why,
      id: deps.newConsentId(),
      runId: scope.runId,
      conversationId: scope.conversationId,
      agentId: scope.agentId,
      agentName: scope.agentName,
      toolUseId: call.toolUseId,
      toolName: call.toolName,
      title: call.title,
      input: call.input,
      preview,
      askedAt,
      expiresAt: askedAt + answerWithinMs,
    }
    await deps.audit('consent-asked', { consentId: question.id, toolName: call.toolName, rule: why.rule })
    const settled = await open.wait(question, covered, { signal: scope.signal, onAsked: () => onAsked(question.id) })
    await deps.audit('consent-settled', { consentId: question.id, settled })
    return settled
  }

  async function conclude(settled: Settled, call: CoveredCall, offers: Offers): Promise<ConsentDecision> {
    if (settled.kind !== 'answered') return { kind: 'unanswered', toAgent: describeUnanswered(settled.kind) }
    const { answer } = settled
    if (answer.kind === 'deny') return { kind: 'denied', toAgent: describeDenial(answer) }
    const scope = answer.kind === 'once' ? undefined : offers[answer.kind]
    if (scope !== undefined) await addGrant(call, scope, answer.kind === 'conversation')
    return { kind: 'allowed', permit: issuePermit(call.fingerprint) }
  }

  async function addGrant(call: CoveredCall, scope: GrantScope, isForConversation: boolean): Promise<void> {
    const grant: Grant = {
      id: deps.newGrantId(),
      toolName: call.toolName,
      agentId: call.agentId,
      scope,
      ...(isForConversation ? { conversationId: call.conversationId } : {}),
      createdAt: deps.now(),
      uses: 1,
    }
    await deps.grants.add(grant)
    deps.onGrants()
    open.answerCovered(grant)
  }

  return {
    decide,
    questions: () => open.list(),
    answer: async (id, answer) => open.answer(id, answer),
    revoke: async (id) => {
      await deps.grants.revoke(id)
      await deps.audit('grant-revoked', { grantId: id })
      deps.onGrants()
    },
  }
}

function auditedCall(call: PreparedToolCall, scope: RunScope, print: string) {
  const { runId, conversationId, agentId } = scope
  return { runId, conversationId, agentId, toolUseId: call.toolUseId, toolName: call.toolName, fingerprint: print }
}
