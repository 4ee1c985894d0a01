import type { Guardrail, GuardrailPattern } from './guardrail.ts'

/** What a guardrail finds in some texts. */
export interface Assessment {
  readonly action: 'NONE' | 'MASKED' | 'BLOCKED'
  /** The texts with what is to be hidden shown by its name; as they came when nothing is. */
  readonly masked: readonly string[]
  /** As the service writes it; of what was found, or of everything looked for. */
  readonly report: (scope: 'found' | 'all') => object
}

/** Looks for denied words and patterns. Blocking one thing blocks all. */
export function assess({ deniedWords = [], patterns = [] }: Guardrail, texts: readonly string[]): Assessment {
  const all = texts.join('\n')
  const words = deniedWords.map((match) => ({ match, detected: hasWord(all, match) }))
  const regexes = patterns.map((pattern) => ({ ...pattern, match: new RegExp(pattern.pattern).exec(all)?.[0] }))
  const found = regexes.filter(({ match }) => match !== undefined)
  const isBlocked = words.some((word) => word.detected) || found.some(({ action }) => action === 'BLOCK')
  const masks = found.filter(({ action }) => action === 'ANONYMIZE')
  return {
    action: isBlocked ? 'BLOCKED' : masks.length > 0 ? 'MASKED' : 'NONE',
    masked: texts.map((text) => masks.reduce(mask, text)),
    report: (scope) => ({
      ...reportWords(scope === 'all' ? words : words.filter(({ detected }) => detected)),
      ...reportRegexes(scope === 'all' ? regexes : found),
      invocationMetrics: metrics(all),
    }),
  }
}

/** As a word of its own, in any case. */
function hasWord(text: string, word: string): boolean {
  const literal = word.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&')
  return new RegExp(`(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`, 'iu').test(text)
}

function mask(text: string, { name, pattern }: GuardrailPattern): string {
  return text.replaceAll(new RegExp(pattern, 'g'), () => `{${name}}`)
}

interface WordFinding {
  readonly match: string
  readonly detected: boolean
}

function reportWords(words: readonly WordFinding[]): object {
  if (words.length === 0) return {}
  const customWords = words.map((word) => ({ ...word, action: word.detected ? 'BLOCKED' : 'NONE' }))
  return { wordPolicy: { customWords, managedWordLists: [] } }
}

interface RegexFinding extends GuardrailPattern {
  readonly match: string | undefined
}

function reportRegexes(findings: readonly RegexFinding[]): object {
  if (findings.length === 0) return {}
  const regexes = findings.map(({ name, pattern, match, action }) => ({
    name,
    regex: pattern,
    ...regexFinding(match, action),
  }))
  return { sensitiveInformationPolicy: { piiEntities: [], regexes } }
}

function regexFinding(match: string | undefined, action: 'BLOCK' | 'ANONYMIZE'): object {
  if (match === undefined) return { action: 'NONE', detected: false }
  return { match, action: action === 'BLOCK' ? 'BLOCKED' : 'ANONYMIZED', detected: true }
}

function metrics(text: string): object {
  return { guardrailProcessingLatency: 0, usage: policyUnits(text), guardrailCoverage: coverage(text) }
}

/** A policy is paid for by text units of up to a thousand characters. */
export function policyUnits(text: string): object {
  const units = Math.ceil(text.length / 1000)
  return {
    topicPolicyUnits: 0,
    contentPolicyUnits: 0,
    wordPolicyUnits: units,
    sensitiveInformationPolicyUnits: 0,
    sensitiveInformationPolicyFreeUnits: units,
    contextualGroundingPolicyUnits: 0,
  }
}

export function coverage(text: string): object {
  return { textCharacters: { guarded: text.length, total: text.length } }
}
