/** Control characters but tab and line break; escape sequences too, unless they only colour. */
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const steering = /\u001B(?!\[[0-9;]*m)|[\u0000-\u0008\u000B-\u001A\u001C-\u001F\u007F-\u009F]/g

/** A text that cannot steer the terminal it is printed on. */
export const plain = (text: string): string => text.replace(steering, '')
