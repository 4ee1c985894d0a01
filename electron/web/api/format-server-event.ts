/** One server-sent event. JSON holds no line break, so it is one line of data. Format: https://html.spec.whatwg.org/multipage/server-sent-events.html */
export function formatServerEvent(event: {
  readonly id: string
  readonly name: string
  readonly data: unknown
}): string {
  return `id: ${event.id}\nevent: ${event.name}\ndata: ${JSON.stringify(event.data)}\n\n`
}
