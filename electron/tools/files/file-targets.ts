import type { ToolTarget } from '../../../shared/consent.ts'
import type { ToolContext } from '../tool.ts'

/** The one file or folder a call touches, resolved. Attachments are outside the workspace. */
export async function fileTargets(
  path: string,
  purpose: 'reading' | 'writing',
  context: ToolContext,
): Promise<readonly ToolTarget[]> {
  const { absolute, origin } = await context.files.resolve(path, purpose)
  return [{ kind: 'file', path: absolute, isInsideWorkspace: origin === 'workspace' }]
}
