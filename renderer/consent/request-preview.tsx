import type { ReactNode } from 'react'
import type { ConsentPreview } from '../../shared/consent.ts'
import { Badge } from '../ui/badge.tsx'
import { CodeBox } from '../ui/code-box.tsx'
import { HiddenWarning } from '../ui/hidden-warning.tsx'
import { RevealedText } from '../ui/revealed-text.tsx'
import { readUrl, type ReadUrl } from './read-url.ts'

type Request = Extract<ConsentPreview, { readonly kind: 'request' }>

/** A request as it will be sent: where to first, then everything that goes with it. */
export function RequestPreview({ request }: { readonly request: Request }) {
  const url = readUrl(request.url)
  const headers = Object.entries(request.headers)
  const everything = [request.url, wordsOf(url), ...headers.flat(), request.body ?? ''].join('\n')
  return (
    <div className="space-y-3">
      <HiddenWarning text={everything} />
      <div className="rounded-lg border border-line bg-sunken px-3.5 py-3">
        <div className="flex items-start gap-3">
          <Badge tone={request.method === 'GET' || request.method === 'HEAD' ? 'neutral' : 'warning'}>
            {request.method}
          </Badge>
          <Address url={url} />
        </div>
      </div>
      {headers.length > 0 && (
        <Part title="Headers">
          <CodeBox label="Headers" text={headers.map(([name, value]) => `${name}: ${value}`).join('\n')} />
        </Part>
      )}
      {request.body !== null && (
        <Part title="What is sent">
          <CodeBox label="Body of the request" text={request.body} />
        </Part>
      )}
    </div>
  )
}

function Address({ url }: { readonly url: ReadUrl }) {
  if (url.kind === 'unreadable') return <RevealedText text={url.text} className="font-mono text-[13px]" />
  return (
    <div className="min-w-0 flex-1 space-y-2 font-mono text-[13px] leading-relaxed">
      <div className="wrap-anywhere">
        <span className={url.scheme === 'https:' ? 'text-muted' : 'text-warning'}>
          {url.scheme}
          {'//'}
        </span>
        {url.account !== '' && (
          <mark className="rounded bg-danger-soft px-1 text-danger">
            <RevealedText text={url.account} />@
          </mark>
        )}
        <strong className="font-semibold text-ink">
          <RevealedText text={url.host} />
        </strong>
        {url.port !== '' && <span>:{url.port}</span>}
        <RevealedText text={url.path} className="text-muted" />
        {url.fragment !== '' && <RevealedText text={url.fragment} className="text-muted" />}
      </div>
      {url.hostInWords !== undefined && (
        <p className="font-sans text-xs text-warning">
          An international name, drawn as <RevealedText text={url.hostInWords} className="font-semibold" />. It may look
          like another site’s.
        </p>
      )}
      {url.query.length > 0 && (
        <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-1 border-t border-line pt-2">
          {url.query.map(({ name, value }, at) => (
            <div key={at} className="contents">
              <dt className="text-muted">
                <RevealedText text={name} />
              </dt>
              <dd className="min-w-0">
                <RevealedText text={value} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  )
}

function wordsOf(url: ReadUrl): string {
  if (url.kind === 'unreadable') return ''
  const query = url.query.map(({ name, value }) => `${name}=${value}`)
  return [url.account, url.hostInWords ?? '', url.path, url.fragment, ...query].join('\n')
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div>
      <p className="mb-1.5 text-xs font-medium text-muted">{title}</p>
      {children}
    </div>
  )
}
