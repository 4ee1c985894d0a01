import { Check, Copy } from 'lucide-react'
import { useEffect, useState } from 'react'
import { showFailure } from '../state/toasts.ts'
import { IconButton } from '../ui/icon-button.tsx'

/** Copies a text, and says for a moment that it did. */
export function CopyButton({ text, label }: { readonly text: string; readonly label: string }) {
  const [isCopied, setCopied] = useState(false)
  useEffect(() => {
    if (!isCopied) return
    const timer = setTimeout(() => setCopied(false), 1500)
    return () => clearTimeout(timer)
  }, [isCopied])
  const copy = () => {
    navigator.clipboard.writeText(text).then(() => setCopied(true), showFailure)
  }
  return (
    <IconButton label={isCopied ? 'Copied' : label} size="small" onClick={copy}>
      {isCopied ? <Check className="text-success" /> : <Copy />}
    </IconButton>
  )
}
