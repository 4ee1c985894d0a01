import type { ReactNode } from 'react'

/** A group of settings under a heading. */
export function Section({
  title,
  description,
  children,
}: {
  readonly title: string
  readonly description?: ReactNode
  readonly children: ReactNode
}) {
  return (
    <section aria-label={title} className="border-t border-line py-6 first:border-t-0 first:pt-0 last:pb-0">
      <h3 className="text-sm font-semibold">{title}</h3>
      {description !== undefined && <div className="mt-1 text-sm text-muted">{description}</div>}
      <div className="mt-4 space-y-4">{children}</div>
    </section>
  )
}
