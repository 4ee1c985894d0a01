import { useCallback, useEffect, useState } from 'react'
import type { RequestOutput } from '../../shared/ipc/contract.ts'
import { listWorkspaceFiles } from '../state/folders.ts'
import { failed, loading, ready, type Loaded } from '../state/loaded.ts'

type FolderContent = RequestOutput<'workspace.files'>

/** What is in a folder of the workspace, read when it is first shown. A component shows one path all its life. */
export function useFolder(path: string): { readonly content: Loaded<FolderContent>; readonly reload: () => void } {
  const [content, setContent] = useState<Loaded<FolderContent>>(loading)
  const reload = useCallback(() => {
    listWorkspaceFiles(path).then(ready, failed).then(setContent).catch(console.error)
  }, [path])
  useEffect(reload, [reload])
  return { content, reload }
}
