// A message for editors to what is wrong with its style: it should be French, whole, and set as in print.

/**
 * Words of the YAML parser, the schema library and Node, none of which is French. `parent`, `message`, `position` and
 * their like are words of both languages, so they are not here.
 */
const ENGLISH =
  /\b(?:an|and|the|is|are|was|be|been|of|in|at|to|with|from|not|must|should|expected|received|found|got|invalid|unexpected|unknown|unrecognized|required|missing|bad|wrong|error|exception|warning|failed|cannot|while|parsing|parse|token|mapping|sequence|scalar|flow|block|entry|entries|key|keys|value|string|number|boolean|array|object|undefined|infinity|nan|null|too|big|small|input|output|duplicated|duplicate|anchor|tag|stream|character|end|line|column|file|directory|such|permission|denied|illegal|operation|stack|throw|function|default|schema|zod|nunjucks)\b/i;
/** `ENOENT`, `EISDIR`, `ERR_INVALID_ARG_TYPE`. */
const SYSTEM_CODE = /\b(?:E[A-Z]{4,}|ERR_\w+)\b/;

/** The editor's words. */
const QUOTED = /«\u00a0[^»]*\u00a0»/g;
/** What is not the message's own words: the editor's, in quotation marks, and names that are so in every language. */
const NOT_ITS_OWN =
  /«\u00a0[^»]*\u00a0»|\([^()]*\)|https?:\S*|\/\S+|--\w+|_data\S*|!\[[^\]]*\]|\[\^[^\]]*\]:?/g;

/** The first thing wrong with the style of `message`, or null. */
export function styleMistake(message: string): string | null {
  if (!/^\p{Lu}/u.test(message)) return 'does not begin with a capital';
  if (!message.endsWith('.')) return 'does not end with a full stop';
  if (!/[;:.?] .+\.$/.test(message.replaceAll(/[\u00a0\u202f]/g, ' '))) return 'does not say how to mend it';
  if (message.length > 500) return 'is too long to be read';
  if (/[\p{Cc}\p{Bidi_Control}\u2028\u2029\ufeff]/u.test(message)) return 'holds an unseen character';
  if (/\n|\bat .+:\d+:\d+|node:|\.ts\b/.test(message.replace(QUOTED, ''))) return 'shows the stack';
  if (/«(?!\u00a0)|(?<!\u00a0)»/.test(message)) return 'has no no-break space inside « »';
  const own = message.replace(NOT_ITS_OWN, '«»');
  if (/(?<!\u202f)[;!?]/.test(own)) return 'has no narrow no-break space before ; ! or ?';
  if (/(?<!\u00a0):(?!\w)/.test(own)) return 'has no no-break space before a colon';
  if (/\w'\w/.test(own)) return 'has a typewriter apostrophe';
  if (/ {2}| [.,]/.test(own)) return 'has a space too many';
  const english = ENGLISH.exec(own) ?? SYSTEM_CODE.exec(own);
  return english === null ? null : `holds an English word, ${english[0]}`;
}
