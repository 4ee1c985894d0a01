import { CornerLeftUp, Folder } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { RequestOutput } from '../../shared/ipc/contract.ts'
import { listFolders } from '../state/folders.ts'
import { failed, loading, ready, type Loaded } from '../state/loaded.ts'
import { ErrorNote } from '../ui/error-note.tsx'
import { RevealedText } from '../ui/revealed-text.tsx'
import { ScrollArea } from '../ui/scroll-area.tsx'
import { Spinner } from '../ui/spinner.tsx'
import { TextField } from '../ui/text-field.tsx'

type Folders = RequestOutput<'folder.list'>

/** Walks the folders of this machine. The path can be typed, too. */
export function FolderBrowser({ path, onPath }: { readonly path: string; readonly onPath: (path: string) => void }) {
  const folders = useFolders(path)
  const here = folders.kind === 'ready' ? folders.value : undefined
  const separator = path.includes('\\') ? '\\' : '/'
  return (
    <div className="space-y-2">
      <TextField label="Folder" value={path} onChange={onPath} spellCheck={false} className="[&_input]:font-mono" />
      <ScrollArea label="Folders in this folder" className="h-56 rounded-lg border border-line p-1">
        {folders.kind === 'failed' && <ErrorNote error={folders.error} />}
        {folders.kind === 'loading' && (
          <div className="grid h-full place-items-center text-muted">
            <Spinner label="Reading the folder" />
          </div>
        )}
        {here !== undefined && (
          <ul>
            {here.parent !== null && (
              <Row icon={<CornerLeftUp aria-hidden />} onOpen={() => here.parent !== null && onPath(here.parent)}>
                Up one folder
              </Row>
            )}
            {here.folders.map((name) => (
              <Row
                key={name}
                icon={<Folder aria-hidden />}
                onOpen={() => onPath(`${here.path.endsWith(separator) ? here.path : here.path + separator}${name}`)}
              >
                <RevealedText text={name} />
              </Row>
            ))}
            {here.folders.length === 0 && <li className="px-2 py-1.5 text-xs text-muted">No folders in here.</li>}
          </ul>
        )}
      </ScrollArea>
    </div>
  )
}

function useFolders(path: string): Loaded<Folders> {
  const [answer, setAnswer] = useState<{ readonly path: string; readonly folders: Loaded<Folders> } | null>(null)
  useEffect(() => {
    let isCurrent = true
    const ask = () =>
      listFolders(path)
        .then(ready, failed)
        .then((folders) => isCurrent && setAnswer({ path, folders }))
        .catch(console.error)
    // A path that is being typed is asked for when the typing rests.
    const timer = setTimeout(ask, 120)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [path])
  return answer?.path === path ? answer.folders : loading
}

function Row({
  icon,
  onOpen,
  children,
}: {
  readonly icon: React.ReactNode
  readonly onOpen: () => void
  readonly children: React.ReactNode
}) {
  return (
    <li>
      <button
        type="button"
        onClick={onOpen}
        className="flex w-full items-center gap-2.5 rounded-md px-2 py-1.5 text-left text-sm hover:bg-hover focus-visible:-outline-offset-2 [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-muted"
      >
        {icon}
        {children}
      </button>
    </li>
  )
}
