// Which files, besides articles' own pages, change with a word in the text of an article.

/** Feeds hold whole texts, and the search their words. */
export function holdsTexts(url: string): boolean {
  return /^\/recherche\/|\/(?:flux|rss)\.(?:json|xml)$/.test(url);
}
