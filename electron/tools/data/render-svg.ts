import { AppError } from '../../../shared/errors.ts'
import type { JsonValue } from '../../../shared/schema.ts'

/** A Vega specification as SVG on white. Expressions are interpreted, and nothing is loaded. */
export async function renderSvg(vegaSpec: JsonValue): Promise<string> {
  const { View, loader, logger, parse } = await import('vega')
  const { expressionInterpreter } = await import('vega-interpreter')
  const offline = {
    ...loader(),
    load: () => Promise.reject(new AppError('ADDRESS_NOT_ALLOWED', 'A chart loads nothing.')),
  }
  // Vega only logs what fails inside a drawing and leaves an empty picture: here it is a failure to draw.
  const strict = Object.assign(logger(), {
    error: (...reasons: unknown[]) => {
      throw reasons.find((reason) => reason instanceof Error) ?? new Error(reasons.join(' '))
    },
  })
  const runtime = parse({ ...(vegaSpec as object), background: 'white' }, undefined, { ast: true })
  const view = new View(runtime, { renderer: 'none', loader: offline, logger: strict, expr: expressionInterpreter })
  try {
    return await view.toSVG()
  } finally {
    view.finalize()
  }
}
