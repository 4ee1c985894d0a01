import type { Allowance } from '../consent/allowance.ts'
import { createConsentManager, type ConsentDependencies, type ConsentManager } from '../consent/consent-manager.ts'
import type { Taint } from '../consent/taint.ts'
import type { SettingsStore } from '../config/settings-store.ts'
import type { Storage } from '../storage/storage.ts'
import type { Agents } from './agents.ts'
import { newId } from './new-id.ts'
import type { Pushes } from './pushes.ts'

/** The consent manager over what the app keeps; every page hears of its questions and grants. */
export function openConsent(deps: {
  readonly storage: Pick<Storage, 'grants'>
  readonly taint: Pick<Taint, 'sources'>
  readonly agents: Pick<Agents, 'rulesOf'>
  readonly settings: Pick<SettingsStore, 'current'>
  readonly allowances: readonly Allowance[]
  readonly audience: ConsentDependencies['audience']
  readonly audit: ConsentDependencies['audit']
  readonly pushes: Pick<Pushes, 'send'>
}): ConsentManager {
  const { storage, taint, agents, settings, allowances, audience, audit, pushes } = deps
  return createConsentManager({
    grants: storage.grants,
    sources: (id) => taint.sources(id),
    agentRules: (id) => agents.rulesOf(id),
    mode: () => settings.current().consentMode,
    workspace: () => settings.current().workspace,
    allowances,
    audience,
    audit,
    now: () => Date.now(),
    newConsentId: () => newId('ask'),
    newGrantId: () => newId('grant'),
    onQuestions: (questions) => pushes.send({ name: 'consent.changed', payload: { questions: [...questions] } }),
    onGrants: () => pushes.send({ name: 'grants.changed', payload: {} }),
  })
}
