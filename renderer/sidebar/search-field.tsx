import { Search, X } from 'lucide-react'
import { useEffect, useRef, type KeyboardEvent } from 'react'
import { searchConversations, useConversations } from '../state/conversations.ts'
import { showFailure } from '../state/toasts.ts'
import { searchIsReached, useUi } from '../state/ui.ts'
import { IconButton } from '../ui/icon-button.tsx'

/** Searches titles and messages as the words are typed. */
export function SearchField() {
  const field = useRef<HTMLInputElement>(null)
  const search = useConversations((state) => state.search)
  const isAskedFor = useUi((state) => state.isSearchAskedFor)
  useEffect(() => {
    if (!isAskedFor) return
    field.current?.focus()
    field.current?.select()
    searchIsReached()
  }, [isAskedFor])

  const change = (words: string) => {
    searchConversations(words).catch(showFailure)
  }
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || search === '') return
    // The first Escape empties the field; only the next one is for what is around it.
    event.preventDefault()
    event.stopPropagation()
    change('')
  }
  return (
    <div className="relative">
      <Search aria-hidden className="pointer-events-none absolute top-2.5 left-3 size-4 text-muted" />
      <input
        ref={field}
        type="text"
        role="searchbox"
        aria-label="Search conversations"
        aria-keyshortcuts="Control+K Meta+K"
        placeholder="Search"
        value={search}
        onChange={(event) => change(event.target.value)}
        onKeyDown={press}
        className="h-9 w-full rounded-lg border border-transparent bg-hover/60 pr-9 pl-9 text-sm transition-colors placeholder:text-muted hover:bg-hover"
      />
      {search !== '' && (
        <IconButton label="Clear the search" size="small" className="absolute top-1 right-1" onClick={() => change('')}>
          <X />
        </IconButton>
      )}
    </div>
  )
}
