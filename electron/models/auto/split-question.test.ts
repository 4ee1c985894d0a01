import { describe, expect, test } from 'vitest'
import { splitQuestion } from './split-question.ts'

describe('what is asked and what is pasted', () => {
  test('a question of one line is all asked', () => {
    expect(splitQuestion('Why did sales fall: the price, or the weather?')).toEqual({
      asked: 'Why did sales fall: the price, or the weather?',
      material: '',
    })
  })

  test('what follows the first line is material', () => {
    expect(splitQuestion('make a table\n\nzinc 3\niron 4')).toEqual({
      asked: 'make a table',
      material: 'zinc 3\niron 4',
    })
  })

  test('a last line that reads like a sentence is asked too', () => {
    const split = splitQuestion('const a = b\nconst b = a;\nwhy does this not start')
    expect(split.asked).toBe('const a = b\nwhy does this not start')
  })

  test('a last line of a list is not', () => {
    expect(splitQuestion('group these\n1. too late\n2. broken on arrival').material).toContain('2. broken')
  })

  test('a long quotation is material, a quoted word is not', () => {
    const split = splitQuestion('rewrite "The contract was terminated and we must sue them." without "must"')
    expect(split.asked).toBe('rewrite "" without "must"')
    expect(split.material).toContain('terminated')
  })

  test('so is what follows a plain command, in any language', () => {
    expect(splitQuestion('翻译成英文：合同已经终止。').material).toBe('合同已经终止。')
    expect(splitQuestion('translate: analyse the contract').material).toBe('analyse the contract')
  })

  test('a heading that names work is no such command', () => {
    expect(splitQuestion('Migration plan: convert 40 servers').material).toBe('')
  })

  test('an empty question is empty', () => {
    expect(splitQuestion('')).toEqual({ asked: '', material: '' })
  })
})
