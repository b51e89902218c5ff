// A program of its own, for tests that need another process: brings the index of a folder up to date, so many times.
import { openIndex } from '../../../src/workspace/index/open-index.ts'
import { updateIndex } from '../../../src/workspace/index/update-index.ts'
import { placeAt } from '../../../src/workspace/place.ts'

const [, , root = '', turns = '1'] = process.argv
for (let turn = 0; turn < Number(turns); turn++) {
  const place = placeAt(root, process.env)
  const index = openIndex(place)
  if (index) await updateIndex(place, index, { team: undefined })
  index?.close()
}
