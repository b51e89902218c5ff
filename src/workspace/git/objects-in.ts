/** Takes the answer of `git cat-file --batch` apart; what git does not have comes without bytes. */
export function* objectsIn(answer: Buffer): Generator<{ id: string; bytes: Buffer | undefined }> {
  for (let at = 0; at < answer.length; ) {
    const end = answer.indexOf(10, at)
    const [id = '', , size] = answer.toString('latin1', at, end).split(' ')
    at = end + 1
    if (size === undefined) {
      yield { id, bytes: undefined }
      continue
    }
    yield { id, bytes: answer.subarray(at, at + Number(size)) }
    at += Number(size) + 1
  }
}
