import path from 'node:path'
import type { Grant, GrantScope, ToolTarget } from '../../shared/consent.ts'
import type { AgentId, ConversationId } from '../../shared/ids.ts'

export type CoveredCall = {
  readonly toolName: string
  readonly agentId: AgentId
  readonly conversationId: ConversationId
  readonly targets: readonly ToolTarget[]
  readonly fingerprint: string
}

/** Whether a grant lets this call pass: same tool, agent and conversation, and every target inside its scope. */
export function grantCovers(grant: Grant, call: CoveredCall): boolean {
  return isForCaller(grant, call) && scopeCovers(grant.scope, call)
}

/** Whether a grant was given to this caller, whatever its scope. */
export function isForCaller(grant: Grant, call: CoveredCall): boolean {
  return (
    grant.toolName === call.toolName &&
    grant.agentId === call.agentId &&
    (grant.conversationId === undefined || grant.conversationId === call.conversationId)
  )
}

/** Whether a scope, given to this caller, would let the call pass. */
export function scopeCovers(scope: GrantScope, call: CoveredCall): boolean {
  if (scope.kind === 'arguments') return scope.fingerprint === call.fingerprint
  // A call that names no target touches something a target-based grant cannot judge.
  return call.targets.length > 0 && call.targets.every((target) => coversTarget(scope, target))
}

function coversTarget(scope: Exclude<GrantScope, { kind: 'arguments' }>, target: ToolTarget): boolean {
  switch (scope.kind) {
    case 'folder':
      return target.kind === 'file' && isInside(scope.folder, target.path)
    case 'file':
      return target.kind === 'file' && target.path === scope.path
    case 'sandbox':
      return target.kind === 'command' && target.isSandboxed && target.folder === scope.folder
    case 'command':
      return target.kind === 'command' && target.isSandboxed && target.command === scope.command
    case 'origin':
      return target.kind === 'url' && target.method === scope.method && originOf(target.url) === scope.origin
  }
}

/** Compares whole path segments: `/data` does not hold `/database`. */
function isInside(folder: string, file: string): boolean {
  const relative = path.relative(folder, file)
  return relative !== '' && relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative)
}

/** Scheme, host and port; undefined for what is not a URL. */
export function originOf(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).origin : undefined
}
