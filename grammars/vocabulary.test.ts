import { describe, expect, it } from 'vitest'
import {
  BodiesVocabulary,
  CitationsVocabulary,
  DocumentTypesVocabulary,
  PredicatesVocabulary,
  QuantitiesVocabulary,
  RolesVocabulary,
  readVocabulary,
  TasksVocabulary,
} from './vocabulary.ts'

describe('vocabularies', () => {
  it.each([
    ['roles', RolesVocabulary],
    ['document-types', DocumentTypesVocabulary],
    ['bodies', BodiesVocabulary],
    ['predicates', PredicatesVocabulary],
    ['tasks', TasksVocabulary],
    ['citations', CitationsVocabulary],
    ['quantities', QuantitiesVocabulary],
  ] as const)('%s is well formed and NFC', (name, schema) => {
    const read = readVocabulary<unknown>(name, schema)
    const text = JSON.stringify(read)
    expect(text).toBe(text.normalize('NFC'))
  })

  it('name a verb only where it is a role too', () => {
    const { roles, verbal } = readVocabulary('roles', RolesVocabulary)
    const known = new Set(Object.values(roles).flat())
    expect(Object.keys(verbal).filter(phrase => !known.has(phrase))).toEqual([])
  })

  it('give no document type twice', () => {
    const names = readVocabulary('document-types', DocumentTypesVocabulary).flatMap(type => [
      type.name,
      ...type.variants,
    ])
    expect(names.length).toBe(new Set(names).size)
  })
})
