import { Clock, FlaskConical } from 'lucide-react'
import { RevealedText } from '../ui/revealed-text.tsx'
import { folderName } from '../ui/folder-name.ts'

/** Folders opened before, and the sample folder that comes with the app: one click each. */
export function RecentFolders({
  folders,
  sampleWorkspace,
  disabled,
  onOpen,
}: {
  readonly folders: readonly string[]
  readonly sampleWorkspace: string | undefined
  readonly disabled: boolean
  readonly onOpen: (path: string) => void
}) {
  if (folders.length === 0) return null
  return (
    <div>
      <h3 className="mb-1.5 text-sm font-medium">Open again</h3>
      <ul className="divide-y divide-line rounded-lg border border-line">
        {folders.map((folder) => (
          <li key={folder}>
            <button
              type="button"
              disabled={disabled}
              onClick={() => onOpen(folder)}
              className="flex w-full items-center gap-3 px-3 py-2 text-left hover:bg-hover focus-visible:-outline-offset-2 disabled:opacity-50 [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-muted"
            >
              {folder === sampleWorkspace ? <FlaskConical aria-hidden /> : <Clock aria-hidden />}
              <span className="min-w-0 flex-1">
                <span className="block truncate text-sm">
                  {folder === sampleWorkspace ? 'Sample workspace' : folderName(folder)}
                </span>
                <RevealedText text={folder} className="block text-xs text-muted" />
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
