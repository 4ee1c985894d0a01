import { File, FileChartColumn, FileText, type LucideIcon } from 'lucide-react'
import { createElement } from 'react'
import type { FileEntry } from '../../shared/tool-results.ts'
import { announce } from '../state/announcements.ts'
import { changeDraft } from '../state/drafts.ts'
import { useUi } from '../state/ui.ts'
import { formatBytes } from '../ui/format.ts'
import { appendPath } from './append-path.ts'
import { EntryRow } from './entry-row.tsx'
import { indent } from './indent.ts'

/** A file. A click puts its path into the message being written. */
export function FileRow({ entry, depth }: { readonly entry: FileEntry; readonly depth: number }) {
  return (
    <li>
      <EntryRow
        path={entry.path}
        // As far in as a folder's name beside it, past the arrow.
        inset={indent(depth) + 22}
        icon={createElement(iconOf(entry.path), { 'aria-hidden': true, className: 'size-4' })}
        hint={`Put ${entry.path} into the message`}
        onClick={() => insert(entry.path)}
      >
        <span className="text-xs text-muted tabular-nums">{formatBytes(entry.bytes)}</span>
      </EntryRow>
    </li>
  )
}

function insert(path: string): void {
  const { conversationId } = useUi.getState()
  changeDraft(conversationId, (draft) => ({ ...draft, text: appendPath(draft.text, path) }))
  announce(`${path} is in the message now`)
}

function iconOf(path: string): LucideIcon {
  const extension = path.slice(path.lastIndexOf('.') + 1).toLowerCase()
  if (dataExtensions.has(extension)) return FileChartColumn
  return textExtensions.has(extension) ? FileText : File
}

const dataExtensions = new Set(['csv', 'tsv', 'parquet', 'xlsx', 'xls', 'json', 'jsonl', 'ndjson', 'sqlite', 'db'])
const textExtensions = new Set(['md', 'txt', 'pdf', 'docx', 'pptx', 'html', 'htm', 'log', 'yml', 'yaml'])
