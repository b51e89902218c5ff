/** Names where something stands and which commit it is: what moves even when the hour is fixed. */
export const steadyPlaces = (text: string, root: string) =>
  text
    .replaceAll(root, '<root>')
    .replaceAll(
      /(?:(?<=commit | {2})[0-9a-f]{7}(?=[.,]?$)|(?<=commit )[0-9a-f]{7}(?= of )|(?<=^ {2})[0-9a-f]{7}(?= ))/gm,
      '<commit>',
    ) // digits or letters alone too
    .replaceAll(/\b(?=[0-9a-f]*\d)(?=[0-9a-f]*[a-f])[0-9a-f]{7,40}\b|\b[0-9a-f]{40}\b/g, '<commit>')

/** Names the parts of an output that move, so that a snapshot holds still. */
export const steady = (text: string, root: string) =>
  steadyPlaces(text, root).replaceAll(/\b\d{4}-\d{2}-\d{2}T\d{2}:\d{2}[\d:.]*(?:Z|[+-]\d{2}:\d{2})/g, '<now>')
