import { agentId, consentId, conversationId, grantId, runId, toolUseId } from './ids.ts'
import { jsonValue, z } from './schema.ts'

/** What a tool may touch. Declared by the tool, judged by the policy, shown to the person. */
export const powers = z.object({
  reads: z.array(z.enum(['files', 'network', 'secrets', 'screen'])),
  writes: z.array(z.enum(['files', 'exec', 'network', 'schedule'])),
  /** Where the result's words come from: computed here, from the person's own files, or from anywhere else. */
  output: z.enum(['trusted', 'workspace', 'foreign']),
  isUndoable: z.boolean(),
})
export type Powers = z.infer<typeof powers>

/** What one call would touch, in the exact form it will be used. A grant covers a call when it covers every target. */
export const toolTarget = z.discriminatedUnion('kind', [
  /** Absolute, symlinks resolved. */
  z.object({ kind: z.literal('file'), path: z.string(), isInsideWorkspace: z.boolean() }),
  z.object({ kind: z.literal('command'), command: z.string(), folder: z.string(), isSandboxed: z.boolean() }),
  z.object({ kind: z.literal('url'), method: z.string(), url: z.string() }),
])
export type ToolTarget = z.infer<typeof toolTarget>

/** What a grant covers, beside its tool. Its words come from `describeScope`, so text and rule cannot drift apart. */
export const grantScope = z.discriminatedUnion('kind', [
  /** Every file in this folder and below it. */
  z.object({ kind: z.literal('folder'), folder: z.string() }),
  /** Exactly this file. */
  z.object({ kind: z.literal('file'), path: z.string() }),
  /** Any command that runs in the sandbox: no network, able to change files in this folder only. */
  z.object({ kind: z.literal('sandbox'), folder: z.string() }),
  /** Exactly this command, character for character, in the sandbox. */
  z.object({ kind: z.literal('command'), command: z.string() }),
  /** This method to exactly this scheme, host and port. */
  z.object({ kind: z.literal('origin'), method: z.string(), origin: z.string() }),
  /** Exactly these arguments, by fingerprint. */
  z.object({ kind: z.literal('arguments'), fingerprint: z.string() }),
])
export type GrantScope = z.infer<typeof grantScope>

export const grant = z.object({
  id: grantId,
  toolName: z.string(),
  /** A grant is given to one agent, never to whoever comes next. */
  agentId,
  scope: grantScope,
  /** Absent means always, until revoked. */
  conversationId: conversationId.optional(),
  createdAt: z.number(),
  uses: z.number().int().nonnegative(),
})
export type Grant = z.infer<typeof grant>

/** Where content in a conversation came from: the person's files (private), or anywhere else (foreign, untrusted). */
export const contentSource = z.object({ kind: z.enum(['workspace', 'foreign']), label: z.string() })
export type ContentSource = z.infer<typeof contentSource>

/** What exactly would happen, for the dialog. */
export const consentPreview = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('command'), command: z.string(), folder: z.string(), isSandboxed: z.boolean() }),
  z.object({ kind: z.literal('diff'), path: z.string(), before: z.string().nullable(), after: z.string() }),
  z.object({
    kind: z.literal('request'),
    method: z.string(),
    url: z.string(),
    headers: z.record(z.string(), z.string()),
    body: z.string().nullable(),
  }),
  z.object({ kind: z.literal('arguments') }),
])
export type ConsentPreview = z.infer<typeof consentPreview>

/** The rule that decided, each with one sentence in `describeRule`. */
export const policyRules = [
  'agent-forbids-tool',
  'protected-file',
  'outside-workspace',
  'no-side-effects',
  'reads-opened-folder',
  'granted',
  'auto-mode',
  'named-on-command-line',
  'writes-files',
  'runs-command',
  'no-sandbox',
  'contacts-network',
  'foreign-content-present',
  'private-content-may-leave',
  'agent-asks-for-tool',
] as const
export const policyRule = z.enum(policyRules)
export type PolicyRule = z.infer<typeof policyRule>

export const consentQuestion = z.object({
  id: consentId,
  runId,
  conversationId,
  toolUseId,
  toolName: z.string(),
  agentId,
  agentName: z.string(),
  /** One sentence in the imperative: "Run a command", "Overwrite report.md". */
  title: z.string(),
  input: jsonValue,
  preview: consentPreview,
  rule: policyRule,
  /** Why this call asks, in words for the person. */
  reason: z.string(),
  /** What of the conversation could be misused or leak, shown once foreign content is present. */
  sources: z.array(contentSource),
  /** Why an existing grant did not cover this call, when one came close. */
  uncovered: z.string().optional(),
  /** Grants the person may give with the answer. Empty when the content could not be shown whole or the risk forbids it. */
  offers: z.object({ conversation: grantScope.optional(), always: grantScope.optional() }),
  askedAt: z.number(),
  /** When it becomes «not answered». */
  expiresAt: z.number(),
})
export type ConsentQuestion = z.infer<typeof consentQuestion>

export const consentAnswer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('once') }),
  z.object({ kind: z.literal('conversation') }),
  z.object({ kind: z.literal('always') }),
  /** `toAgent` is the person's optional sentence to the agent. */
  z.object({ kind: z.literal('deny'), toAgent: z.string().max(2000).optional() }),
])
export type ConsentAnswer = z.infer<typeof consentAnswer>

/** `ask` asks before every side effect; `auto` lets undoable changes inside the workspace pass until foreign content is present. */
export const consentMode = z.enum(['ask', 'auto'])
export type ConsentMode = z.infer<typeof consentMode>

/** What a grant covers, in words exactly as wide as the rule that enforces it. */
export function describeScope(toolName: string, scope: GrantScope): string {
  switch (scope.kind) {
    case 'folder':
      return `${toolName} on any file in ${scope.folder} and the folders below it`
    case 'file':
      return `${toolName} on exactly ${scope.path}`
    case 'sandbox':
      return `${toolName} with any command, in the sandbox: no network, and able to change files in ${scope.folder} only`
    case 'command':
      return `${toolName} with exactly this command, in the sandbox: ${scope.command}`
    case 'origin':
      return `${toolName} sending ${scope.method} requests to ${scope.origin}`
    case 'arguments':
      return `${toolName} with exactly these arguments`
  }
}
