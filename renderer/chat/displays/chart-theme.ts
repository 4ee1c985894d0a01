import type { Config } from 'vega'

/** The colours of the page, as a chart needs them: resolved, because a canvas knows no CSS variables. */
type ChartColours = {
  readonly ink: string
  readonly muted: string
  readonly line: string
  readonly accent: string
  readonly font: string
}

/** Reads the colours in force. */
export function chartColours(element: Element): ChartColours {
  const style = getComputedStyle(element)
  const value = (name: string) => style.getPropertyValue(name).trim()
  return {
    ink: value('--ink'),
    muted: value('--muted'),
    line: value('--line'),
    accent: value('--accent'),
    font: style.fontFamily,
  }
}

/** Makes a chart part of the page: its text, axes and grid in the page's colours, its ground the page's own. */
export function chartTheme(colours: ChartColours): Config {
  const { ink, muted, line, accent, font } = colours
  return {
    background: 'transparent',
    axis: {
      domainColor: line,
      gridColor: line,
      tickColor: line,
      labelColor: muted,
      titleColor: muted,
      labelFont: font,
      titleFont: font,
      labelFontSize: 11,
      titleFontSize: 12,
      titleFontWeight: 500,
    },
    legend: {
      labelColor: muted,
      titleColor: muted,
      labelFont: font,
      titleFont: font,
      labelFontSize: 11,
      titleFontSize: 12,
      titleFontWeight: 500,
    },
    title: { color: ink, subtitleColor: muted, font, subtitleFont: font, fontSize: 14, fontWeight: 600 },
    text: { fill: ink, font },
    style: { 'guide-label': { fill: muted, font }, 'guide-title': { fill: muted, font }, cell: { stroke: line } },
    range: {
      // Steps that stay apart for the common kinds of colour blindness, and from both grounds.
      category: [accent, '#d08a2e', '#7a6fd0', '#c8577f', '#5b9bd5', '#8aa63b', '#a9745b', '#8a8f98'],
    },
  }
}
