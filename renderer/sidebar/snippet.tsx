import { splitSnippet } from './split-snippet.ts'

/** The passage a search found, with the matches marked. */
export function Snippet({ text }: { readonly text: string }) {
  return (
    <span className="mt-0.5 line-clamp-2 text-xs leading-[1.4] text-muted">
      {splitSnippet(text).map((part, at) =>
        part.isMatch ? (
          <mark key={at} className="rounded-xs bg-warning-soft text-ink">
            {part.text}
          </mark>
        ) : (
          part.text
        ),
      )}
    </span>
  )
}
