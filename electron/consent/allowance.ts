import path from 'node:path'
import { AppError } from '../../shared/errors.ts'
import { originOf, type CoveredCall } from './grant-covers.ts'

/** `--allow TOOL` or `--allow TOOL:SCOPE`: what a person allows a headless run before it starts. */
export type Allowance = { readonly toolName: string; readonly scope: string | undefined }

/** `INVALID_REQUEST` for a name that is no tool's. */
export function parseAllowance(text: string, toolNames: readonly string[]): Allowance {
  const colon = text.indexOf(':')
  const toolName = colon === -1 ? text : text.slice(0, colon)
  if (!toolNames.includes(toolName))
    throw new AppError('INVALID_REQUEST', `--allow names an unknown tool: ${toolName}.`, {
      hint: `Tools: ${toolNames.join(', ')}.`,
    })
  return { toolName, scope: colon === -1 ? undefined : text.slice(colon + 1) }
}

/**
 * Without a scope any call of the tool, but for commands that no sandbox holds: those must be named word for word. With
 * one, every target must equal it: a command character for character, a path in full or from the workspace, a URL or its origin.
 */
export function allowanceCovers(allowance: Allowance, call: CoveredCall, workspace: string | null): boolean {
  const { toolName, scope } = allowance
  if (toolName !== call.toolName) return false
  if (scope === undefined) return call.targets.every((target) => target.kind !== 'command' || target.isSandboxed)
  return (
    call.targets.length > 0 &&
    call.targets.every((target) => {
      switch (target.kind) {
        case 'command':
          return target.command === scope
        case 'file':
          return workspace !== null && target.path === path.resolve(workspace, scope)
        case 'url':
          return originOf(target.url) === originOf(scope) || target.url === scope
      }
    })
  )
}
