import { Ellipsis, Pencil, Trash2 } from 'lucide-react'
import { memo, useState } from 'react'
import type { ConversationSummary } from '../../shared/conversations.ts'
import { openConversation, useUi } from '../state/ui.ts'
import { classNames } from '../ui/class-names.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { Menu, MenuItem } from '../ui/menu.tsx'
import { Spinner } from '../ui/spinner.tsx'
import { deleteWithUndo } from './delete-with-undo.ts'
import { RenameField } from './rename-field.tsx'
import { Snippet } from './snippet.tsx'

/** A conversation by its title; its actions show on hover and focus. */
export const ConversationRow = memo(({ summary }: { readonly summary: ConversationSummary }) => {
  const isOpen = useUi((state) => state.conversationId === summary.id)
  const [isRenaming, setRenaming] = useState(false)
  if (isRenaming) {
    return (
      <li>
        <RenameField summary={summary} onDone={() => setRenaming(false)} />
      </li>
    )
  }
  return (
    <li
      className={classNames(
        'group relative flex items-start rounded-lg transition-colors hover:bg-hover',
        isOpen && 'bg-hover',
      )}
    >
      <button
        type="button"
        aria-current={isOpen ? 'page' : undefined}
        onClick={() => openConversation(summary.id)}
        onDoubleClick={() => setRenaming(true)}
        className="min-w-0 flex-1 rounded-lg py-1.5 pr-2 pl-2.5 text-left group-focus-within:pr-9 group-hover:pr-9 focus-visible:-outline-offset-2"
      >
        <span className="flex items-center gap-2">
          <span className={classNames('truncate text-sm leading-6', isOpen && 'font-medium')}>{summary.title}</span>
          {summary.activeRunId !== null && (
            <span className="shrink-0 text-accent">
              <Spinner label="Answering" size={13} />
            </span>
          )}
        </span>
        {summary.snippet !== undefined && <Snippet text={summary.snippet} />}
      </button>
      <div className="absolute top-1 right-1 opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 has-data-[state=open]:opacity-100">
        <Menu
          trigger={
            <IconButton label={`Actions for ${summary.title}`} size="small">
              <Ellipsis />
            </IconButton>
          }
        >
          <MenuItem icon={<Pencil aria-hidden />} onSelect={() => setRenaming(true)}>
            Rename
          </MenuItem>
          <MenuItem isDanger icon={<Trash2 aria-hidden />} onSelect={() => deleteWithUndo(summary)}>
            Delete
          </MenuItem>
        </Menu>
      </div>
    </li>
  )
})
