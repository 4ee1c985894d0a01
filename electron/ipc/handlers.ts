import type { RunId } from '../../shared/ids.ts'
import type { App } from '../app/create-app.ts'
import type { Handlers } from './dispatch.ts'
import type { SessionProfiles } from './session-profiles.ts'

/** What of a page's session its requests can reach. */
export type SessionRuns = {
  attach(runId: RunId): void
  detach(runId: RunId): void
  acknowledge(runId: RunId, seq: number): void
}

/** Every request of the contract, each one line into the part that does it. Nothing is decided here. */
export function createHandlers(app: App, runs: SessionRuns, profiles: SessionProfiles): Handlers {
  return {
    'app.info': () => app.info(),
    'settings.get': () => app.settings.current(),
    'settings.update': (patch) => app.updateSettings(patch),
    'credentials.set': (credentials) => app.credentials.set(credentials),
    'credentials.status': () => app.credentials.status(),
    'credentials.clear': ({ kind }) => done(app.credentials.clear(kind)),

    'workspace.open': ({ path }) => app.workspace.open(path),
    'workspace.choose': async () => ({ path: await app.host.chooseFolder() }),
    'folder.list': ({ path }) => app.workspace.listFolders(path),
    'workspace.files': ({ folder }) => app.workspace.files(folder),
    'profile.read': ({ profileId, path }) => profiles.read(profileId, path),
    'profile.cancel': ({ profileId }) => done(profiles.cancel(profileId)),

    'agents.list': () => ({ agents: app.agents.infos() }),
    'models.list': ({ refresh }) => app.models.list({ refresh: refresh ?? false }),
    'model.test': ({ modelId }) => app.models.test(modelId),
    'model.warm-up': (choice) => app.warmUp(choice),
    'tools.list': () => ({ tools: [...app.tools.infos()] }),

    'conversation.list': async (query) => ({ conversations: [...(await app.conversations.list(query))] }),
    'conversation.create': (choice) => app.conversations.create(choice),
    'conversation.get': ({ conversationId }) => app.conversations.get(conversationId),
    'conversation.rename': ({ conversationId, title }) => app.conversations.rename(conversationId, title),
    'conversation.configure': ({ conversationId, ...choice }) => app.conversations.configure(conversationId, choice),
    'conversation.compact': async (input) => started(await app.startRun({ kind: 'compact', ...input })),
    'message.pin': ({ conversationId, messageId, isPinned }) =>
      done(app.conversations.pin(conversationId, messageId, isPinned)),
    'conversation.delete': ({ conversationId }) => done(app.conversations.delete(conversationId)),
    'conversation.restore': ({ conversationId }) => app.conversations.restore(conversationId),

    'attachment.add': ({ conversationId, name, mediaType, base64 }) =>
      app.attachments.add(conversationId, { name, mediaType, bytes: Buffer.from(base64, 'base64') }),
    'run.start': async (input) => started(await app.startRun({ kind: 'question', ...input })),
    'run.retry': async (input) => started(await app.startRun({ kind: 'retry', ...input })),
    'run.continue': async (input) => started(await app.startRun({ kind: 'continue', ...input })),
    'run.retry-now': ({ runId }) => done(app.runs.get(runId)?.retryNow()),
    'run.override-choice': (override) => done(app.overrideChoice(override)),
    'tool.refresh': (use) => app.refreshTool(use),
    'run.cancel': ({ runId }) => done(app.runs.get(runId)?.cancel()),
    'run.attach': ({ runId }) => done(runs.attach(runId)),
    'run.detach': ({ runId }) => done(runs.detach(runId)),
    'run.acknowledge': ({ runId, seq }) => done(runs.acknowledge(runId, seq)),

    'usage.by-agent': async () => ({ agents: [...(await app.usageByAgent())] }),

    'api-sessions.list': () => ({ sessions: [...app.apiSessions.list()] }),
    'api-session.allow-answers': ({ apiSessionId, mayAnswer }) =>
      done(app.apiSessions.allowAnswers(apiSessionId, mayAnswer)),
    'api-session.end': ({ apiSessionId }) => done(app.apiSessions.end(apiSessionId)),

    'consent.list': () => ({ questions: [...app.consent.questions()] }),
    'consent.answer': ({ consentId, answer }) => done(app.consent.answer(consentId, answer)),
    'grants.list': async () => ({ grants: [...(await app.grants.list())] }),
    'grant.revoke': ({ grantId }) => done(app.consent.revoke(grantId)),

    'changes.list': async ({ conversationId }) => ({ changes: [...(await app.changes.list(conversationId))] }),
    'change.undo': ({ snapshotId }) => app.changes.undo(snapshotId),

    'table.rows': ({ tableId, ...page }) => app.tables.rows(tableId, page),
    'table.export': ({ tableId }) => app.tables.export(tableId),
    'link.open': ({ url }) => done(app.host.openExternal(url)),
  }
}

async function done(work: Promise<unknown> | void): Promise<Record<string, never>> {
  await work
  return {}
}

function started({ runId }: { readonly runId: RunId }): { runId: RunId } {
  return { runId }
}
