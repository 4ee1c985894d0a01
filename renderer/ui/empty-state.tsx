import type { ReactNode } from 'react'

/** What is shown where something will be: what belongs here, and how it gets here. */
export function EmptyState({
  icon,
  title,
  action,
  children,
}: {
  readonly icon?: ReactNode
  readonly title: string
  readonly action?: ReactNode
  readonly children?: ReactNode
}) {
  return (
    <div className="flex flex-col items-center px-6 py-12 text-center">
      {icon !== undefined && (
        <div aria-hidden className="mb-4 text-muted [&_svg]:size-6">
          {icon}
        </div>
      )}
      <p className="text-sm font-medium">{title}</p>
      {children !== undefined && <div className="mt-1.5 max-w-72 text-sm text-muted">{children}</div>}
      {action !== undefined && <div className="mt-5">{action}</div>}
    </div>
  )
}
