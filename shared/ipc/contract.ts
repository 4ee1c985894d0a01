import { consentAnswer, consentQuestion, grant, powers } from '../consent.ts'
import { agentUsage, conversation, conversationSummary, fileChange } from '../conversations.ts'
import { wireError } from '../errors.ts'
import {
  agentId,
  apiSessionId,
  consentId,
  conversationId,
  grantId,
  messageId,
  modelId,
  profileId,
  runId,
  snapshotId,
  tableId,
  toolUseId,
} from '../ids.ts'
import { inferenceSettings } from '../inference.ts'
import { attachmentBlock } from '../messages.ts'
import { modelTier } from '../model-choice.ts'
import { modelList } from '../models.ts'
import { runEvent, runState, toolCall, toolProgress } from '../run-events.ts'
import { z } from '../schema.ts'
import { agentInfo, settings, settingsPatch } from '../settings.ts'
import { cell, fileEntry, tableColumn, tableProfile } from '../tool-results.ts'

/** A command's sandbox as its self-test found it. Shown as is: never claimed, always tried. */
export const sandboxStatus = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('active'), name: z.string() }),
  z.object({ kind: z.literal('unavailable'), reason: z.string(), hint: z.string() }),
])
export type SandboxStatus = z.infer<typeof sandboxStatus>

export const toolInfo = z.object({
  name: z.string(),
  family: z.string(),
  description: z.string(),
  powers,
  health: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('ready') }),
    z.object({ kind: z.literal('unavailable'), reason: z.string() }),
  ]),
})
export type ToolInfo = z.infer<typeof toolInfo>

export const appInfo = z.object({
  version: z.string(),
  host: z.enum(['electron', 'browser']),
  dataDir: z.string(),
  homeDir: z.string(),
  sampleWorkspace: z.string(),
  sandbox: sandboxStatus,
  /** What went wrong at start and was survived: a damaged config set aside, a folder that is gone. */
  notices: z.array(wireError),
  isFirstRun: z.boolean(),
})
export type AppInfo = z.infer<typeof appInfo>

/** What was made ready for an agent and a model, and how long each took. */
export const warmUpReport = z.object({
  /** null: this model needs none, or it failed; the first message then says why. */
  readyMs: z.number().nullable(),
  /** Writing tools and prompt into the prompt cache: done, or what it would cost. null where there is nothing to write. */
  priming: z
    .discriminatedUnion('kind', [
      z.object({ kind: z.literal('offered'), tokens: z.number().int(), usd: z.number().nullable() }),
      z.object({ kind: z.literal('done'), tokens: z.number().int(), usd: z.number().nullable() }),
    ])
    .nullable(),
})
export type WarmUpReport = z.infer<typeof warmUpReport>

/** A program that signed in to the HTTP API. It can see questions; it answers them only once the person lets it. */
export const apiSession = z.object({
  id: apiSessionId,
  /** What the program calls itself. */
  userAgent: z.string(),
  since: z.number(),
  lastUsedAt: z.number(),
  mayAnswer: z.boolean(),
})
export type ApiSession = z.infer<typeof apiSession>

const nothing = z.object({})
const text = z.string().max(1_000_000)

/**
 * Every request the page can make. Handlers are a mapped type over this table (`electron/ipc/handlers.ts`), the
 * page's client too; both sides validate. All paths inside the workspace are relative to it, with `/`.
 */
export const requests = {
  'app.info': { input: nothing, output: appInfo },
  'settings.get': { input: nothing, output: settings },
  'settings.update': { input: settingsPatch, output: settings },
  'credentials.set': {
    input: z.discriminatedUnion('kind', [
      z.object({
        kind: z.literal('keys'),
        accessKeyId: z.string().min(1),
        secretAccessKey: z.string().min(1),
        sessionToken: z.string().optional(),
      }),
      z.object({ kind: z.literal('bearer'), token: z.string().min(1) }),
    ]),
    /** Where the secret went: the system's vault, or memory until the app closes when there is no safe vault. */
    output: z.object({ keptIn: z.enum(['vault', 'memory']) }),
  },
  'credentials.status': {
    input: nothing,
    output: z.object({ profiles: z.array(z.string()), hasKeys: z.boolean(), hasBearer: z.boolean() }),
  },
  'credentials.clear': { input: z.object({ kind: z.enum(['keys', 'bearer']) }), output: nothing },

  'workspace.open': { input: z.object({ path: z.string() }), output: settings },
  /** The system's folder dialog; `null` when closed. The browser host has none: the page browses with `folder.list`. */
  'workspace.choose': { input: nothing, output: z.object({ path: z.string().nullable() }) },
  /** Folders on this machine, for choosing a workspace. Names only, no files. */
  'folder.list': {
    input: z.object({ path: z.string() }),
    output: z.object({ path: z.string(), parent: z.string().nullable(), folders: z.array(z.string()) }),
  },
  'workspace.files': {
    input: z.object({ folder: z.string() }),
    output: z.object({ entries: z.array(fileEntry), truncated: z.boolean() }),
  },
  /**
   * What is in a data file of the workspace. `profile.progress` tells how far it is. A page reads one at a time: the
   * next one ends the one before, which then fails with `CANCELLED`, as after `profile.cancel`.
   */
  'profile.read': { input: z.object({ profileId, path: z.string().min(1).max(4096) }), output: tableProfile },
  'profile.cancel': { input: z.object({ profileId }), output: nothing },

  'agents.list': { input: nothing, output: z.object({ agents: z.array(agentInfo) }) },
  'models.list': { input: z.object({ refresh: z.boolean().optional() }), output: modelList },
  /** Really calls the model with a few tokens. */
  'model.test': { input: z.object({ modelId }), output: z.object({ latencyMs: z.number(), identity: z.string() }) },
  /** Makes credentials, connection and code ready for the next message; primes the prompt cache where settings say so. */
  'model.warm-up': {
    /** The conversation whose own settings hold; without one the agent's do. */
    input: z.object({ agentId, modelId, conversationId: conversationId.optional() }),
    output: warmUpReport,
  },
  'tools.list': { input: nothing, output: z.object({ tools: z.array(toolInfo) }) },

  'conversation.list': {
    input: z.object({ search: z.string().max(500).optional(), limit: z.number().int().min(1).max(500).default(200) }),
    output: z.object({ conversations: z.array(conversationSummary) }),
  },
  'conversation.create': { input: z.object({ agentId, modelId }), output: conversationSummary },
  'conversation.get': { input: z.object({ conversationId }), output: conversation },
  'conversation.rename': {
    input: z.object({ conversationId, title: z.string().trim().min(1).max(200) }),
    output: conversationSummary,
  },
  /**
   * Takes effect with the next model call, of a run under way too. `inference` replaces the conversation's settings as
   * a whole.
   */
  'conversation.configure': {
    input: z.object({ conversationId, modelId: modelId.optional(), inference: inferenceSettings.optional() }),
    output: z.object({ inference: inferenceSettings }),
  },
  /** Summarises what came before, as a run of its own that costs one model call. */
  'conversation.compact': { input: z.object({ conversationId, agentId, modelId }), output: z.object({ runId }) },
  'message.pin': { input: z.object({ conversationId, messageId, isPinned: z.boolean() }), output: nothing },
  'conversation.delete': { input: z.object({ conversationId }), output: nothing },
  /** Undoes a deletion; possible until the app closes. */
  'conversation.restore': { input: z.object({ conversationId }), output: conversationSummary },

  'attachment.add': {
    input: z.object({
      conversationId,
      name: z.string().min(1).max(255),
      mediaType: z.string(),
      base64: z.string().max(70_000_000),
    }),
    output: attachmentBlock,
  },
  'run.start': {
    input: z.object({ conversationId, agentId, modelId, text, attachments: z.array(attachmentBlock).max(20) }),
    output: z.object({ runId }),
  },
  /** Runs the last user message again; the replaced run leaves the conversation. */
  'run.retry': { input: z.object({ conversationId, agentId, modelId }), output: z.object({ runId }) },
  /** Goes on after `max-tokens`, `turn-limit` or an interruption. */
  'run.continue': { input: z.object({ conversationId, agentId, modelId }), output: z.object({ runId }) },
  /** Ends the wait before the next try. */
  'run.retry-now': { input: z.object({ runId }), output: nothing },
  /** The person would have chosen another tier for this run: the automatic choice learns from it. */
  'run.override-choice': { input: z.object({ runId, tier: modelTier }), output: nothing },
  /** Works a cached result out again. */
  'tool.refresh': { input: z.object({ runId, toolUseId }), output: toolCall },
  'run.cancel': { input: z.object({ runId }), output: nothing },
  /** Starts `run.batch` pushes for this page, the first one a snapshot. Attaching again is how a gap is healed. */
  'run.attach': { input: z.object({ runId }), output: nothing },
  'run.detach': { input: z.object({ runId }), output: nothing },
  /** Once per animation frame: the next batch follows only then. */
  'run.acknowledge': { input: z.object({ runId, seq: z.number().int() }), output: nothing },

  'usage.by-agent': { input: nothing, output: z.object({ agents: z.array(agentUsage) }) },

  'api-sessions.list': { input: nothing, output: z.object({ sessions: z.array(apiSession) }) },
  'api-session.allow-answers': { input: z.object({ apiSessionId, mayAnswer: z.boolean() }), output: nothing },
  'api-session.end': { input: z.object({ apiSessionId }), output: nothing },

  'consent.list': { input: nothing, output: z.object({ questions: z.array(consentQuestion) }) },
  'consent.answer': { input: z.object({ consentId, answer: consentAnswer }), output: nothing },
  'grants.list': { input: nothing, output: z.object({ grants: z.array(grant) }) },
  'grant.revoke': { input: z.object({ grantId }), output: nothing },

  'changes.list': { input: z.object({ conversationId }), output: z.object({ changes: z.array(fileChange) }) },
  'change.undo': { input: z.object({ snapshotId }), output: fileChange },

  'table.rows': {
    input: z.object({
      tableId,
      offset: z.number().int().min(0),
      limit: z.number().int().min(1).max(1000),
      sort: z.object({ column: z.string(), direction: z.enum(['ascending', 'descending']) }).optional(),
    }),
    output: z.object({ columns: z.array(tableColumn), rows: z.array(z.array(cell)), rowCount: z.number().int() }),
  },
  'table.export': {
    input: z.object({ tableId }),
    output: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('saved'), path: z.string() }),
      /** A path on this origin the page may navigate to once. */
      z.object({ kind: z.literal('download'), url: z.string() }),
      z.object({ kind: z.literal('cancelled') }),
    ]),
  },
  /** A link in an answer, after the person clicked it and confirmed. https and http only. */
  'link.open': { input: z.object({ url: z.url({ protocol: /^https?$/ }) }), output: nothing },
} as const

export type RequestName = keyof typeof requests
export type RequestInput<Name extends RequestName> = z.infer<(typeof requests)[Name]['input']>
/** What a caller may pass: fields with defaults may be left out. */
export type RequestArguments<Name extends RequestName> = z.input<(typeof requests)[Name]['input']>
export type RequestOutput<Name extends RequestName> = z.infer<(typeof requests)[Name]['output']>

/** A run's next events, or its whole state when the reader fell behind, attached, or lost one. */
export const runBatch = z.object({
  runId,
  seq: z.number().int(),
  content: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('events'), events: z.array(runEvent) }),
    z.object({ kind: z.literal('snapshot'), state: runState }),
  ]),
})
export type RunBatch = z.infer<typeof runBatch>

/** Everything main tells the page unasked. */
export const pushes = {
  'run.batch': runBatch,
  'consent.changed': z.object({ questions: z.array(consentQuestion) }),
  'conversations.changed': z.object({ conversationIds: z.array(conversationId) }),
  'grants.changed': nothing,
  'settings.changed': z.object({ settings }),
  'changes.changed': z.object({ conversationId }),
  'api-sessions.changed': z.object({ sessions: z.array(apiSession) }),
  /** To the page that reads it, and no other. */
  'profile.progress': z.object({ profileId, progress: toolProgress }),
} as const

export type PushName = keyof typeof pushes
export type PushPayload<Name extends PushName> = z.infer<(typeof pushes)[Name]>

/** The two envelopes. Names travel inside, so a host needs two channels and no more. */
export type RequestEnvelope = { readonly name: RequestName; readonly input: unknown }
export type PushEnvelope = {
  [Name in PushName]: { readonly name: Name; readonly payload: PushPayload<Name> }
}[PushName]
export type Reply<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: z.infer<typeof wireError> }

/** What a host gives the page: `window.bedrockAnalyst` in Electron, a socket in the browser. */
export type HostBridge = {
  request(envelope: RequestEnvelope): Promise<unknown>
  /** Returns its own unsubscribe. */
  onPush(listener: (envelope: unknown) => void): () => void
}
