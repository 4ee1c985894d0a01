import { ChevronRight, Folder as FolderIcon } from 'lucide-react'
import { useState } from 'react'
import { classNames } from '../ui/class-names.ts'
import { ErrorNote } from '../ui/error-note.tsx'
import { Spinner } from '../ui/spinner.tsx'
import { EntryRow } from './entry-row.tsx'
import { FileRow } from './file-row.tsx'
import { indent } from './indent.ts'
import { sortEntries } from './sort-entries.ts'
import { useFolder } from './use-folder.ts'

/** What is in one folder; folders in it are read when they are opened. */
export function Folder({ path, depth }: { readonly path: string; readonly depth: number }) {
  const { content, reload } = useFolder(path)
  switch (content.kind) {
    case 'loading':
      return (
        <p className="px-2 py-1.5 text-muted" style={{ paddingLeft: indent(depth) }}>
          <Spinner label="Reading the folder" size={14} />
        </p>
      )
    case 'failed':
      return <ErrorNote error={content.error} onRetry={reload} />
    case 'ready':
      return (
        <>
          {content.value.entries.length === 0 && (
            <p className="py-1 text-xs text-muted" style={{ paddingLeft: indent(depth) }}>
              {depth === 0 ? 'This folder is empty. Put files into it, or open another one.' : 'Empty'}
            </p>
          )}
          <ul>
            {sortEntries(content.value.entries).map((entry) =>
              entry.kind === 'folder' ? (
                <FolderRow key={entry.path} path={entry.path} depth={depth} />
              ) : (
                <FileRow key={entry.path} entry={entry} depth={depth} />
              ),
            )}
          </ul>
          {content.value.truncated && (
            <p className="py-1 text-xs text-muted" style={{ paddingLeft: indent(depth) }}>
              There is more; this is the first {content.value.entries.length.toLocaleString('en-US')}.
            </p>
          )}
        </>
      )
  }
}

function FolderRow({ path, depth }: { readonly path: string; readonly depth: number }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <li>
      <EntryRow
        path={path}
        inset={indent(depth)}
        icon={
          <>
            <ChevronRight aria-hidden className={classNames('size-3.5 transition-transform', isOpen && 'rotate-90')} />
            <FolderIcon aria-hidden className="size-4" />
          </>
        }
        isOpen={isOpen}
        onClick={() => setOpen(!isOpen)}
      />
      {isOpen && <Folder path={path} depth={depth + 1} />}
    </li>
  )
}
