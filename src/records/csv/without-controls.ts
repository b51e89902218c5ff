// oxlint-disable-next-line no-control-regex -- they are what is looked for
const controls = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]/

/** A cell without the control characters that steer a terminal; line breaks and tabs stay. */
export const withoutControls = (text: string): string =>
  controls.test(text) ? text.replace(new RegExp(controls, 'g'), '') : text
