/** What decides where the app opens. */
export type HostFacts = {
  readonly wanted: 'electron' | 'web' | undefined
  /** The binary's path when it is there, else why it is not. */
  readonly electron: { readonly kind: 'present' } | { readonly kind: 'missing'; readonly reason: string }
  readonly hasDisplay: boolean
}

export type HostChoice =
  | { readonly kind: 'electron' }
  | { readonly kind: 'web'; readonly reason: string | undefined }
  | { readonly kind: 'impossible'; readonly reason: string }

/** Electron where it can run, else the browser host with the reason; asked for by name, a host that cannot run is an error. */
export function chooseHost({ wanted, electron, hasDisplay }: HostFacts): HostChoice {
  if (wanted === 'web') return { kind: 'web', reason: undefined }
  const reason = !hasDisplay ? 'there is no display' : electron.kind === 'missing' ? electron.reason : undefined
  if (reason === undefined) return { kind: 'electron' }
  return wanted === 'electron'
    ? { kind: 'impossible', reason: `The desktop window cannot open: ${reason}.` }
    : { kind: 'web', reason: `Opening in the browser, because ${reason}.` }
}
