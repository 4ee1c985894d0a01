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
}

export interface RequestMessage {
  readonly role: string
  readonly content: readonly RequestBlock[]
}

interface OfferedTool {
  readonly toolSpec?: {
    readonly name: string
    readonly description?: string
    readonly inputSchema?: { readonly json?: unknown }
  }
}

export interface RequestBlock {
  readonly text?: string
  readonly image?: { readonly format?: string; readonly source?: { readonly bytes?: string } }
  readonly document?: {
    readonly format?: string
    readonly name?: string
    readonly source?: { readonly bytes?: string; readonly text?: string }
  }
  readonly toolUse?: { readonly toolUseId: string; readonly name: string; readonly input?: unknown }
  readonly toolResult?: {
    readonly toolUseId: string
    readonly status?: string
    readonly content?: readonly ToolResultBlock[]
  }
}

export interface ToolResultBlock {
  readonly text?: string
  readonly json?: unknown
}
