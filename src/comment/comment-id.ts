// What a comment may be called for others to answer to it: the name of its file without the ending.

/** As parts of addresses and of HTML go without being escaped. A file of another name is shown, and nobody can answer to it. */
export const COMMENT_ID = /^[\w-]{1,64}$/;
