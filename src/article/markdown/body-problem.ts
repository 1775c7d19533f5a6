// A mistake in a body, as the checks of Markdown report it: without the file, which they do not know.

export interface BodyProblem {
  /** 1-based, in the file. */
  readonly line: number;
  /** 1-based, in UTF-16 code units. */
  readonly column: number;
  readonly rule: BodyRule;
  /** In French: what is wrong, then how to mend it. */
  readonly message: string;
}

export type BodyRule =
  | 'html-in-body'
  | 'heading-level'
  | 'image-alt'
  | 'image-elsewhere'
  | 'image-name'
  | 'link-scheme'
  | 'footnote'
  | 'code-fence';
