// The French words that the engine adds to the body of an article.

export const bodyWords = {
  footnotes: 'Notes',
  /** The name of a note's call for screen readers. */
  footnote: (number: number) => `Note ${number}`,
  /** The name of the link from a note to its call for screen readers; `repeat` counts the calls of one note from 1. */
  backToText: (number: number, repeat: number) =>
    repeat === 1
      ? `Retour à l’appel de la note ${number}`
      : `Retour à l’appel ${repeat} de la note ${number}`,
  table: (number: number) => `Tableau ${number}`,
} as const;
