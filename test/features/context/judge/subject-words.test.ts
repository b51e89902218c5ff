import { describe, expect, test } from 'vitest'
import { subjectWords } from '../../../../src/features/context/judge/subject-words.ts'

describe('the words that say what a sentence is about', () => {
  test('each once, in its order, without usual ones', () => {
    const [first, ...rest] = subjectWords('We will send the drawing, and the drawings of the plant.')
    expect([first, rest.length]).toEqual([subjectWords('send')[0], 2])
    expect(rest[0]).toBe(subjectWords('drawings')[0])
  })

  test('of a long text only the beginning', () => {
    expect(subjectWords(`${'x '.repeat(700)}drawing`)).toEqual([])
  })
})
