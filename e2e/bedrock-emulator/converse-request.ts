/** The parts of a Converse request the emulator looks at. Everything else is accepted and kept in the captured body. */
export interface ConverseRequest {
  readonly messages?: readonly RequestMessage[]
  readonly system?: readonly RequestBlock[]
  readonly toolConfig?: {
    readonly tools?: readonly OfferedTool[]
    readonly toolChoice?: Readonly<Record<string, unknown>>
  }
  readonly inferenceConfig?: Readonly<Record<string, unknown>>
  readonly additionalModelRequestFields?: unknown
  readonly outputConfig?: Readonly<Record<string, unknown>>
  readonly guardrailConfig?: unknown
  readonly performanceConfig?: unknown
  readonly serviceTier?: unknown
  readonly additionalModelResponseFieldPaths?: unknown
}

export interface RequestMessage {
  readonly role: string
  readonly content: readonly RequestBlock[]
}

export interface OfferedTool {
  readonly toolSpec?: {
    readonly name: string
    readonly description?: string
    readonly inputSchema?: { readonly json?: unknown }
  }
  readonly cachePoint?: RequestCachePoint
}

/** Ends a prefix to be cached. Its values are checked before anything relies on them. */
export interface RequestCachePoint {
  readonly type?: unknown
  readonly ttl?: unknown
}

export interface RequestBlock {
  readonly text?: string
  readonly image?: RequestImage
  readonly document?: RequestDocument
  readonly toolUse?: { readonly toolUseId: string; readonly name: string; readonly input?: unknown }
  readonly toolResult?: {
    readonly toolUseId: string
    readonly status?: string
    readonly content?: readonly ToolResultBlock[]
  }
  readonly reasoningContent?: {
    readonly reasoningText?: { readonly text?: string; readonly signature?: string }
    readonly redactedContent?: string
  }
  readonly guardContent?: { readonly text?: { readonly text?: string } }
  readonly cachePoint?: RequestCachePoint
}

export interface RequestImage {
  readonly format?: string
  readonly source?: { readonly bytes?: string }
}

export interface RequestDocument {
  readonly format?: string
  readonly name?: string
  readonly context?: string
  readonly source?: {
    readonly bytes?: string
    readonly text?: string
    readonly content?: readonly { readonly text?: string }[]
  }
}

export interface ToolResultBlock {
  readonly text?: string
  readonly json?: unknown
  readonly image?: RequestImage
  readonly document?: RequestDocument
}
