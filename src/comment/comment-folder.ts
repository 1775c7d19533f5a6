// The path of a folder of comments becomes the path of the article that the comments are about, and back.

/** `articles/2014/05/port.md` for `comments/2014/05/port`. Both paths are relative to the content folder. */
export function articleOfComments(folder: string): string {
  return `articles${folder.slice('comments'.length)}.md`;
}

/** The inverse of `articleOfComments`. */
export function commentsOfArticle(file: string): string {
  return `comments${file.slice('articles'.length, -'.md'.length)}`;
}
