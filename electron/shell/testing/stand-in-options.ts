/** What is so about the pretended machine, before the app starts. */
export type StandInOptions = {
  /** The app's own arguments. */
  readonly args: readonly string[]
  readonly isPackaged?: boolean
  /** The built main to run, of a packed app; the project's own by default. */
  readonly main?: string
  readonly isSecondInstance?: boolean
  readonly vault?: 'gnome_libsecret' | 'basic_text' | 'missing'
}

/** What the test may do to the app, as the person, the page or the system would. */
export type WorldMethods = {
  /** Loads an address as the page would: through the request filter, then the scheme's handler. */
  load(url: string): Promise<{ status: number; headers: Record<string, string>; body: string } | 'cancelled'>
  /** Calls the bridge that the preload gave the page. */
  request(envelope: unknown): Promise<unknown>
  /** Speaks on the request channel as somebody else. */
  requestAs(
    sender: { contentsId?: number; origin?: string; url?: string; isSubframe?: boolean },
    envelope: unknown,
  ): Promise<unknown>
  /** What the page heard since it loaded: for each push, all arguments its listener got. */
  pushes(): unknown[][]
  bridgeKeys(): string[]
  navigate(url: string, isMainFrame: boolean): 'went' | 'prevented'
  attachWebview(): 'went' | 'prevented'
  openWindow(url: string): unknown
  download(): 'went' | 'prevented'
  permission(name: string, requester: string): { request: boolean; check: boolean; device: boolean }
  windowOptions(): unknown
  windowState(): { count: number; isVisible: boolean; isFocused: boolean }
  reload(): Promise<void>
  crash(reason: string): void
  closeWindow(): void
  secondInstance(): void
  /** Lets the dialogs and the browser be answered with these, and tells what was asked of them. */
  answerDialogs(answers: { folder?: string; file?: string }): void
  asked(): { errorBoxes: string[][]; opened: string[]; menu: unknown[] }
  violations(): string[]
}
