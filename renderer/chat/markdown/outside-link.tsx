import { ExternalLink } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { openLink } from '../../state/links.ts'
import { showFailure } from '../../state/toasts.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'

/**
 * A link in an answer. It goes nowhere by itself: a click shows the whole address, and only the person's second
 * click opens it, in the browser. Anything but a web address is plain text.
 */
export function OutsideLink({ href, children }: { readonly href: string; readonly children: ReactNode }) {
  const [isAsking, setAsking] = useState(false)
  const url = webAddress(href)
  if (url === undefined) return children
  const open = () => {
    setAsking(false)
    openLink(url.href).catch(showFailure)
  }
  return (
    <>
      <button type="button" className="outside-link" onClick={() => setAsking(true)}>
        {children}
      </button>
      <Dialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        title="Open this link?"
        description="It opens in your browser. The address was written by the agent, so look at where it leads."
        footer={
          <>
            <Button onClick={() => setAsking(false)}>Stay here</Button>
            <Button variant="primary" onClick={open}>
              <ExternalLink aria-hidden /> Open link
            </Button>
          </>
        }
      >
        <div className="rounded-lg bg-sunken px-4 py-3">
          <p className="text-sm font-medium break-all">{url.host}</p>
          <p className="mt-1 max-h-60 overflow-y-auto font-mono text-xs break-all text-muted">{url.href}</p>
        </div>
      </Dialog>
    </>
  )
}

/** Parsed, so that it is shown as it is sent: international names in punycode, odd characters percent-encoded. */
function webAddress(href: string): URL | undefined {
  const url = URL.parse(href)
  return url !== null && /^https?:$/.test(url.protocol) ? url : undefined
}
