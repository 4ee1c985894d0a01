import { describe, expect, it } from 'vitest'
import { chartTheme } from './chart-theme.ts'
import { prepareSpec } from './prepare-spec.ts'

const theme = chartTheme({ ink: '#111', muted: '#222', line: '#333', accent: '#444', font: 'Test' })

describe('prepareSpec', () => {
  it('lays the theme over the chart and keeps what the theme does not name', () => {
    const prepared = prepareSpec(
      {
        width: 400,
        marks: [],
        background: 'white',
        config: { axis: { labelColor: 'red', grid: false }, bar: { x: 1 } },
      },
      theme,
    )
    expect(prepared).toMatchObject({
      isFluid: true,
      spec: {
        background: 'transparent',
        width: 400,
        autosize: { type: 'fit-x' },
        config: { axis: { labelColor: '#222', grid: false }, bar: { x: 1 } },
      },
    })
  })

  it('leaves a width that the chart computes alone', () => {
    const prepared = prepareSpec({ marks: [], signals: [{ name: 'width', update: '400' }] }, theme)
    expect(prepared?.isFluid).toBe(false)
    expect(prepared?.spec).not.toHaveProperty('autosize')
  })

  it('refuses what is no specification', () => {
    for (const value of [null, 'x', 3, [], {}, { marks: 'none' }]) expect(prepareSpec(value, theme)).toBeUndefined()
  })
})
