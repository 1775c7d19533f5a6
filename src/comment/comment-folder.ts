// A folder of comments to the article that they are about: the two have the same path.
/** `articles/2014/05/port.md` of `comments/2014/05/port`. Both are below the content folder. */
export function articleOfComments(folder: string): string {
  return `articles${folder.slice('comments'.length)}.md`;
}
