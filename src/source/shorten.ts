// A text of any length becomes a text short enough to be quoted in a message.

/** `text`, or its beginning with `…` at the end when it has more than `longest` UTF-16 code units. */
export function shorten(text: string, longest = 60): string {
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}
