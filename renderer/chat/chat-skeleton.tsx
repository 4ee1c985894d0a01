/** Stands where a conversation will be while it loads. */
export function ChatSkeleton() {
  return (
    <div role="status" aria-label="Loading the conversation" className="mx-auto w-full max-w-3xl flex-1 px-6 pt-10">
      <div className="ml-auto h-11 w-2/5 animate-pulse rounded-2xl bg-hover" />
      <div className="mt-8 flex flex-col gap-3.5">
        {[92, 100, 84, 96, 45].map((width) => (
          <div key={width} className="h-3.5 animate-pulse rounded bg-hover" style={{ width: `${width}%` }} />
        ))}
      </div>
      <div className="mt-8 h-24 w-full animate-pulse rounded-xl bg-hover" />
    </div>
  )
}
