import { describe, expect, test } from 'vitest'
import { allWords } from './all-words.ts'
import { findConcepts } from './find-concepts.ts'
import { concepts, type Concept } from './word-table.ts'

describe('words of a concept', () => {
  test.each<readonly [concept: Concept, text: string]>([
    ['transform', 'Übersetze das'],
    ['lookup', 'combien de lignes'],
    ['decide', '¿Deberíamos comprarlo?'],
    ['explain', 'por que caiu'],
    ['compare', 'Confronta questi'],
    ['design', 'Ontwerp een systeem'],
    ['debug', 'Det är en bugg'],
    ['prove', 'Udowodnij to'],
    ['compare', 'ikisini karşılaştır'],
    ['analyse', 'حلل المبيعات'],
    ['transform', 'इसका अनुवाद करो'],
    ['explain', 'bikri kyun giri'],
    ['law', '这个合同'],
    ['design', '基盤を設計したい'],
    ['review', '코드를 검토해 줘'],
    ['security', 'is this vulnerable to attacks?'],
  ])('%s is found in “%s”', (concept, text) => {
    expect(findConcepts(text)[concept]).toBeGreaterThan(0)
  })

  test('are found without accents, in any case, and with typographic apostrophes', () => {
    expect(findConcepts('CUANTOS hay').lookup).toBe(1)
    expect(findConcepts('What’s this').lookup).toBe(1)
  })

  test('are whole words where a table does not say otherwise', () => {
    expect(findConcepts('the plane leaves').design).toBe(0)
    expect(findConcepts('the plan').design).toBe(1)
    expect(findConcepts('comparing').compare).toBe(1)
  })

  test('are found behind what Arabic writes onto them', () => {
    expect(findConcepts('والعقد').law).toBe(1)
  })

  test('count once where one of them holds another', () => {
    expect(findConcepts('write a letter').compose).toBe(1)
  })

  test('are all found by their own pattern, in every table', () => {
    const entries = allWords.flatMap((table) =>
      concepts.flatMap((concept) => table[concept].split(',').map((entry) => [concept, entry.trim()] as const)),
    )
    const unfit = entries.filter(
      ([concept, entry]) => /\*./.test(entry) || entry === '' || findConcepts(entry.replace('*', ''))[concept] === 0,
    )
    expect(unfit).toEqual([])
  })
})
