import { LoaderCircle } from 'lucide-react'

/** Something is under way. Give a label where nothing beside it says so. */
export function Spinner({ label, size = 16 }: { readonly label?: string; readonly size?: number }) {
  return (
    <span role={label === undefined ? undefined : 'status'} className="inline-flex text-current">
      <LoaderCircle aria-hidden size={size} className="animate-spin" />
      {label !== undefined && <span className="sr-only">{label}</span>}
    </span>
  )
}
