import type { RequestOutput } from '../../shared/ipc/contract.ts'
import { client } from '../bridge/client.ts'

/** The system's folder dialog; null when it was closed or the host has none. */
export async function chooseFolder(): Promise<string | null> {
  return (await client().request('workspace.choose', {})).path
}

/** The folders inside a folder of this machine, for browsing to a workspace. */
export function listFolders(path: string): Promise<RequestOutput<'folder.list'>> {
  return client().request('folder.list', { path })
}

/** What is in a folder of the open workspace; `''` is the workspace itself. */
export function listWorkspaceFiles(folder: string): Promise<RequestOutput<'workspace.files'>> {
  return client().request('workspace.files', { folder })
}
