// The names of all rules that what editors and a site's owner write may break.

/** Stable between versions: programs that read the output of `check --json` know them. */
export const RULES = [
  /** Counts those of a file that has too many to show. */
  'more-problems',

  // A file or folder as such, before it is read.
  'missing-file',
  'no-articles',
  'unreadable-file',
  'unreadable-name',
  'not-a-file',
  'file-too-large',
  'file-extension',
  'page-ending',
  'page-folder',
  'two-forms',
  /** A warning: nobody reads the place where it is. */
  'misplaced-file',
  /** A warning: a file of data that is probably meant for one that is missing. */
  'misnamed-data',
  /** A warning: a snapshot of the publication's state that can't be shown. */
  'snapshot-passed-over',
  'empty-file',
  'not-utf-8',
  'control-character',
  /** The marks that git leaves in a file. */
  'merge-conflict',

  // Where front matter begins and ends.
  'missing-front-matter',
  'unclosed-front-matter',
  'front-matter-fence',
  /** `---js`: nothing in front matter is ever executed. */
  'front-matter-language',
  'blank-lines',
  'empty-body',

  // YAML.
  'duplicate-key',
  'yaml-alias',
  'yaml-bracket',
  'yaml-colon',
  'yaml-comma',
  'yaml-comment',
  'yaml-depth',
  'yaml-documents',
  'yaml-escape',
  'yaml-indent',
  'yaml-quotes',
  'yaml-reserved',
  'yaml-space',
  'yaml-syntax',
  'yaml-tab',
  'yaml-tag',
  'json-syntax',
  /** `__proto__`, which would change every object of the build. */
  'prototype-key',

  // What a schema has against a value, whatever the field.
  'not-a-mapping',
  'not-a-list',
  'unknown-field',
  'missing-field',
  'empty-field',
  'wrong-type',
  'not-in-list',
  'bad-format',
  'too-long',
  'too-short',
  'too-large',
  'too-small',
  'too-many',
  'too-few',
  'duplicate-value',
  'invalid-value',

  // Texts for readers.
  /** What a field would show as typed: character references, tags, marks of Markdown. */
  'markup-in-field',
  /** One without its partner. */
  'quotation-marks',

  // Fields of articles.
  'bad-date',
  'bad-slug',
  'bad-alias',
  /** `id` with signs that no identity can have. */
  'bad-id',
  /** `withdrawn` without words that say why. */
  'no-reason',
  'bad-image',
  'bad-media',
  'bad-focus',
  'bad-coordinates',
  'described-decoration',
  /** By `author` and by `authors`. */
  'signed-twice',
  /** A recording of ours that only those who hear can follow. */
  'no-transcript',
  'updated-before-date',
  'expires-before-date',
  'expires-before-publish',
  'flash-before-date',
  'correction-before-date',
  'change-to-come',

  // The text of an article or a page.
  'html-in-body',
  'heading-level',
  'deep-nesting',
  'image-alt',
  'image-elsewhere',
  'image-name',
  'link-scheme',
  'footnote',
  'code-fence',
  'loose-mark',
  'loose-link',
  'link-target',
  'image-caption',
  'heading-mark',
  'list-mark',
  'list-numbers',
  'list-of-one',
  'signed-figures',
  'task-box',
  'underlined-text',
  'table-cells',
  'template-in-body',

  // Data of the site.
  /** A file of data whose name means something else in templates. */
  'taken-name',
  'base-url',
  'authority',
  'log-field',
  'log-path',
  'logs-and-service',
  'participation-url',
  'hub-url',
  'index-now-key',
  'security-contact',
  /** A warning: the contact for the site's security is named for a time that ends. */
  'security-expires',
  'time-zone',
  'weather-contact',
  'locale',
  /** Of another edition, or of a translation there. */
  'edition-address',
  'unknown-block',
  /** A warning: the host does not do what `furnitureMode` asks. */
  'unfit-furniture-mode',
  'duplicate-slug',
  /** `formerly` names a slug that something has today. */
  'former-slug-in-use',
  'former-slug-twice',
  'bad-day',
  'day-order',
  'high-below-low',
  'poll-dates',
  'article-address',
  'duplicate-address',

  // One file beside others: what it names, and the addresses of the site.
  'unknown-section',
  'unknown-topic',
  'unknown-dossier',
  /** The identifier of an author of whom `_data/authors` says nothing. */
  'unknown-author',
  /** An article is translated into the language of no edition. */
  'unknown-edition',
  'unknown-place',
  'ambiguous-place',
  'comment-without-article',
  'comment-id',
  'reserved-address',
  'address-taken',
  'same-address',
  /** Two articles that readers' programs would take for one. */
  'same-id',
  'long-address',
  'alias-taken',
  'alias-twice',
  /** A text links to a Markdown file that is none of the site's. */
  'unknown-markdown',
  /** A text links to an article that readers don't have yet. */

  /** Readers would lose so many articles that something must be wrong. */
  'articles-lost',
  /** A warning: readers had an article there, and find nothing now. */
  'address-lost',

  // Files that articles show.
  'missing-media',
  'media-outside',
  'unknown-media-type',
  'wrong-media-kind',
  'bad-captions',
  'bad-transcript',
  'empty-recording',
  'git-lfs-recording',
  'broken-recording',
  'unplayable-recording',
  'empty-document',
  'git-lfs-document',
  /** Its first bytes are not those of what its name says. */
  'mislabelled-document',
  'empty-photograph',
  'unknown-photograph-type',
  'git-lfs-photograph',
  'broken-photograph',
  'huge-photograph',
  'animated-photograph',
  'heic-photograph',
  'svg-outside',
  'svg-script',
  'svg-foreign-object',
  'svg-declarations',
  'svg-encoding',
  'svg-without-size',
  /** It takes more time or memory to draw than a build gives. */
  'svg-too-heavy',

  // Links within the site.
  'link-unknown',
  'link-capitals',
  'link-to-draft',
  'link-to-scheduled',
  'link-gone',
  /** A warning: readers find there that the article was withdrawn. */
  'link-withdrawn',
  /** A warning: the address leads on to another one. */
  'link-moved',
  'link-fragment',
  'link-this-machine',

  // The theme.
  'client-script',
  'style-sheet',
  'template',
  /** A module of data, or Eleventy's settings. */
  'own-code',
  'card-colour',
  /** Two files, or a file and a page, at one address. */
  'address-twice',
] as const;

export type Rule = (typeof RULES)[number];

/** `params: breaks('bad-date')`: how a zod schema names the rule of an issue, whose `params` may be anything. */
export function breaks(rule: Rule): { readonly rule: Rule } {
  return { rule };
}

/** Whether a text, such as `params.rule` of an issue, is one of the rules. */
export function isRule(name: unknown): name is Rule {
  return (RULES as readonly unknown[]).includes(name);
}
