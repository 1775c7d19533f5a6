// Every word that the engine itself adds to the body of an article, in French.

export const bodyWords = {
  footnotes: 'Notes',
  /** Read aloud for a note's call; `repeat` counts the calls of one note from 1. */
  footnote: (number: number) => `Note ${number}`,
  backToText: (number: number, repeat: number) =>
    repeat === 1
      ? `Retour à l’appel de la note ${number}`
      : `Retour à l’appel ${repeat} de la note ${number}`,
  table: (number: number) => `Tableau ${number}`,
} as const;
