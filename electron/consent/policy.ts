import type {
  ConsentMode,
  ContentSource,
  Grant,
  GrantScope,
  PolicyRule,
  Powers,
  ToolTarget,
} from '../../shared/consent.ts'
import type { GrantId } from '../../shared/ids.ts'
import { allowanceCovers, type Allowance } from './allowance.ts'
import { grantCovers, originOf, scopeCovers, type CoveredCall } from './grant-covers.ts'

/** Everything the policy looks at. It looks at nothing else: no clock, no state, no words of a model. */
export type PolicyInput = {
  readonly call: CoveredCall & { readonly powers: Powers }
  /** An agent's own rules can only tighten. */
  readonly agent: { readonly denies: readonly string[]; readonly asks: readonly string[] }
  readonly mode: ConsentMode
  readonly workspace: string | null
  /** What came into the conversation so far. */
  readonly sources: readonly ContentSource[]
  readonly grants: readonly Grant[]
  /** Named by the person who started a headless run. */
  readonly allowances: readonly Allowance[]
  /** False when the arguments are too long to be shown whole: such a call can be allowed once, never for longer. */
  readonly isShowable: boolean
}

export type PolicyDecision =
  | { readonly kind: 'allow'; readonly rule: PolicyRule; readonly grantId?: GrantId }
  | { readonly kind: 'deny'; readonly rule: PolicyRule }
  | { readonly kind: 'ask'; readonly rule: PolicyRule; readonly offers: Offers }

export type Offers = { readonly conversation?: GrantScope; readonly always?: GrantScope }

/** Decides one call: `deny` beats `ask` beats `allow`. Pure and total. */
export function decidePolicy(input: PolicyInput): PolicyDecision {
  const { call, agent } = input
  if (agent.denies.includes(call.toolName)) return { kind: 'deny', rule: 'agent-forbids-tool' }
  if (writesOutside(call.powers, call.targets)) return { kind: 'deny', rule: 'outside-workspace' }
  if (input.allowances.some((allowance) => allowanceCovers(allowance, call, input.workspace)))
    return { kind: 'allow', rule: 'named-on-command-line' }
  const decision = decideByPowers(input)
  return decision.kind === 'allow' && decision.rule !== 'granted' && agent.asks.includes(call.toolName)
    ? askOrGranted(input, 'agent-asks-for-tool', { always: argumentsOf(call) })
    : decision
}

function decideByPowers(input: PolicyInput): PolicyDecision {
  const { powers, targets } = input.call
  const hasForeign = input.sources.some((source) => source.kind === 'foreign')
  const hasPrivate = input.sources.some((source) => source.kind === 'workspace')

  if (powers.writes.includes('network')) {
    // A request can carry what the conversation holds, whoever asked for it: no grant covers that.
    if (hasPrivate) return ask(input, 'private-content-may-leave', {})
    if (hasForeign) return ask(input, 'foreign-content-present', {})
    return askOrGranted(input, 'contacts-network', originOffers(targets))
  }
  if (powers.writes.includes('exec')) {
    if (!targets.every((target) => target.kind === 'command' && target.isSandboxed)) return ask(input, 'no-sandbox', {})
    if (hasForeign) return ask(input, 'foreign-content-present', {})
    if (input.mode === 'auto') return { kind: 'allow', rule: 'auto-mode' }
    return askOrGranted(input, 'runs-command', commandOffers(targets))
  }
  if (powers.writes.length > 0) {
    if (hasForeign) return ask(input, 'foreign-content-present', {})
    if (input.mode === 'auto' && powers.isUndoable) return { kind: 'allow', rule: 'auto-mode' }
    return askOrGranted(input, 'writes-files', fileOffers(targets, input.workspace))
  }
  return { kind: 'allow', rule: powers.reads.length > 0 ? 'reads-opened-folder' : 'no-side-effects' }
}

function writesOutside(powers: Powers, targets: readonly ToolTarget[]): boolean {
  return (
    powers.writes.includes('files') && targets.some((target) => target.kind === 'file' && !target.isInsideWorkspace)
  )
}

function askOrGranted(input: PolicyInput, rule: PolicyRule, offers: Offers): PolicyDecision {
  const grant = input.grants.find((candidate) => grantCovers(candidate, input.call))
  return grant === undefined ? ask(input, rule, offers) : { kind: 'allow', rule: 'granted', grantId: grant.id }
}

function ask(input: PolicyInput, rule: PolicyRule, offers: Offers): PolicyDecision {
  return { kind: 'ask', rule, offers: input.isShowable ? onlyCovering(offers, input.call) : {} }
}

/** Only what would let this very call pass is offered: else a grant would be given and asked for again at once. */
function onlyCovering(offers: Offers, call: CoveredCall): Offers {
  return Object.fromEntries(Object.entries(offers).filter(([, scope]) => scopeCovers(scope, call)))
}

function fileOffers([target]: readonly ToolTarget[], workspace: string | null): Offers {
  if (workspace === null || target?.kind !== 'file') return {}
  return { conversation: { kind: 'folder', folder: workspace }, always: { kind: 'file', path: target.path } }
}

function commandOffers([target]: readonly ToolTarget[]): Offers {
  if (target?.kind !== 'command') return {}
  return {
    conversation: { kind: 'sandbox', folder: target.folder },
    always: { kind: 'command', command: target.command },
  }
}

function originOffers([target]: readonly ToolTarget[]): Offers {
  if (target?.kind !== 'url') return {}
  const origin = originOf(target.url)
  if (origin === undefined) return {}
  const scope: GrantScope = { kind: 'origin', method: target.method, origin }
  return { conversation: scope, always: scope }
}

function argumentsOf(call: CoveredCall): GrantScope {
  return { kind: 'arguments', fingerprint: call.fingerprint }
}
