/** Control characters, which could end the line of a message or tell the terminal what to do. */
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g

/** A name as it can be shown in a line: `new\nline.pdf`, `\u001b[2J.pdf`. */
export function printable(text: string): string {
  return text.replace(CONTROL, character =>
    character < ' '
      ? JSON.stringify(character).slice(1, -1)
      : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
