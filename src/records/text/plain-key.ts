/** All that is neither letter nor digit in the first rows of Unicode, and the punctuation of the rest. */
// oxlint-disable-next-line no-control-regex -- they are what is left off
const signs = /[\u0000-\u002f\u003a-\u0060\u007b-\u00bf\u00d7\u00f7\u2000-\u206f\u3000-\u303f\ufe10-\ufe6f\uff00-\uff0f]+/g

/** What two tellings of one sentence have in common: letters and digits alone, small. */
export const plainKey = (text: string): string => text.toLowerCase().replace(signs, '')
