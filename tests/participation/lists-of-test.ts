// Numbers of articles become the lists by which a site tells the service what it has: articles of one day, `/chine/2014/05/20/a0.html` and so on, and an open poll.

/** The files of a site by their addresses. @param count how many articles. */
export function listsOf(count: number): Readonly<Record<string, string>> {
  const articles = Array.from({ length: count }, (_, at) => [
    addressOfArticle(at),
    `a${at}`,
    `Article ${at}`,
  ]);
  const poll = {
    slug: 'train',
    question: 'Le train ?',
    opens: 0,
    closes: Date.now() + 86_400_000,
    results: 'always',
    choices: ['oui', 'non'].map(slug => ({ slug, text: slug })),
  };
  return {
    '/participation/2014-05.json': JSON.stringify(articles),
    '/participation/sondages.json': JSON.stringify([poll]),
  };
}

/** Of the article with that number. */
export function addressOfArticle(number: number): string {
  return `/chine/2014/05/20/a${number}.html`;
}
