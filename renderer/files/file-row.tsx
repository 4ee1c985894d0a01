import { ChartColumn, File, FileChartColumn, FileText, type LucideIcon } from 'lucide-react'
import { createElement } from 'react'
import type { FileEntry } from '../../shared/tool-results.ts'
import { valueOr } from '../state/loaded.ts'
import { openProfile } from '../state/profiles.ts'
import { useSettings } from '../state/settings.ts'
import { showFailure } from '../state/toasts.ts'
import { formatBytes } from '../ui/format.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { EntryRow } from './entry-row.tsx'
import { indent } from './indent.ts'
import { isDataFile } from './is-data-file.ts'
import { putIntoMessage } from './put-into-message.ts'

/** A file. A click puts its path into the message being written; one with tables shows what is in them, too. */
export function FileRow({ entry, depth }: { readonly entry: FileEntry; readonly depth: number }) {
  return (
    <li className="flex items-center gap-0.5">
      <EntryRow
        path={entry.path}
        // As far in as a folder's name beside it, past the arrow.
        inset={indent(depth) + 22}
        icon={createElement(iconOf(entry.path), { 'aria-hidden': true, className: 'size-4' })}
        hint={`Put ${entry.path} into the message`}
        onClick={() => putIntoMessage(entry.path)}
      >
        <span className="text-xs text-muted tabular-nums">{formatBytes(entry.bytes)}</span>
      </EntryRow>
      {isDataFile(entry.path) ? (
        <IconButton label={`Profile of ${entry.path}`} size="small" onClick={() => showProfile(entry.path)}>
          <ChartColumn />
        </IconButton>
      ) : (
        <span className="w-7 shrink-0" />
      )}
    </li>
  )
}

function showProfile(path: string): void {
  const workspace = valueOr(useSettings.getState().settings, undefined)?.workspace
  if (typeof workspace === 'string') openProfile({ workspace, path }).catch(showFailure)
}

function iconOf(path: string): LucideIcon {
  if (isDataFile(path)) return FileChartColumn
  return textExtensions.has(path.slice(path.lastIndexOf('.') + 1).toLowerCase()) ? FileText : File
}

const textExtensions = new Set(['md', 'txt', 'pdf', 'docx', 'pptx', 'html', 'htm', 'log', 'yml', 'yaml'])
