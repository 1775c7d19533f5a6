// An issue that a zod schema reports becomes a rule and a French message for the editor.
import type { z } from 'zod';
import type { Mistake } from '../problem/problem.ts';
import { isRule, type Rule } from '../problem/rule.ts';
import { closestWord } from './closest-word.ts';
import { shorten } from './shorten.ts';

type Issue = z.core.$ZodIssue;

/** A broken rule, at a path within the checked value. */
export interface SchemaMistake extends Mistake {
  readonly path: readonly (string | number)[];
  /** Whether the mistake is in the field's name or in its value. */
  readonly piece: 'value' | 'key';
}

/**
 * The names of the fields that an object may have. An issue does not contain them, so they are found by the issue's list of
 * unknown keys, as an object.
 */
export type KnownNames = WeakMap<readonly string[], readonly string[]>;

/**
 * Explains one issue; gives several mistakes when the issue is about several fields.
 * @param aliases names that an editor may guess for a field: `titre` for `title`.
 */
export function explainSchemaIssue(
  issue: Issue,
  knownNames: KnownNames,
  aliases: ReadonlyMap<string, string>,
): readonly SchemaMistake[] {
  const path = issue.path.map(step => (typeof step === 'number' ? step : String(step)));
  if (issue.code === 'unrecognized_keys') {
    const known = knownNames.get(issue.keys) ?? [];
    return issue.keys.map(key => ({
      path: [...path, key],
      piece: 'key',
      rule: 'unknown-field',
      message: explainUnknownField(key, known, aliases),
    }));
  }
  if (issue.code === 'invalid_union' && issue.input !== undefined) {
    const likely = likelyOption(issue.errors);
    if (likely !== null) {
      return likely.flatMap(inner =>
        explainSchemaIssue({ ...inner, path: [...issue.path, ...inner.path] }, knownNames, aliases),
      );
    }
  }
  return [{ path, piece: 'value', ...explainValue(issue, path) }];
}

/** The issues of the first option of a union that takes the kind of value that the editor wrote; null when no option does. */
function likelyOption(errors: readonly (readonly Issue[])[]): readonly Issue[] | null {
  const isOtherKind = (issue: Issue) =>
    issue.path.length === 0 && (issue.code === 'invalid_type' || issue.code === 'invalid_value');
  return errors.find(issues => issues.length > 0 && !issues.some(isOtherKind)) ?? null;
}

function explainUnknownField(
  key: string,
  known: readonly string[],
  aliases: ReadonlyMap<string, string>,
): string {
  const bare = key.trim();
  if (bare !== key && known.includes(bare)) {
    return `Une espace insécable est collée au nom du champ « ${bare} » ; écrivez « ${bare}: ».`;
  }
  const alias = aliases.get(bare.toLowerCase());
  const meant = alias !== undefined && known.includes(alias) ? alias : closestWord(key, known);
  const hint =
    meant !== null
      ? `vouliez-vous dire « ${meant} » ? Corrigez-le, ou effacez la ligne.`
      : known.length > 0
        ? `les champs possibles ici sont : ${known.join(', ')}.`
        : 'effacez-le.';
  return `Le champ « ${excerpt(key)} » n’existe pas ; ${hint}`;
}

function explainValue(issue: Issue, path: SchemaMistake['path']): Mistake {
  const own = ownMessage(issue);
  if (issue.input === undefined && (own === null || issue.code !== 'custom')) return explainMissing(path);
  const rule = ruleOf(issue);
  return { rule, message: own ?? explainSilentIssue(issue, path, rule) };
}

/** The message that the schema gives for the issue; null when it gives none. */
function ownMessage(issue: Issue): string | null {
  return issue.message === NO_MESSAGE ? null : issue.message;
}

/** Stands for « the schema gives no message ». No message of a schema equals it. */
export const NO_MESSAGE = '\0';

function explainMissing(path: SchemaMistake['path']): Mistake {
  const name = path.at(-1);
  if (name === undefined) {
    return { rule: 'empty-file', message: 'Il n’y a rien à lire ici ; écrivez les champs demandés.' };
  }
  if (typeof name !== 'string') {
    return {
      rule: 'missing-field',
      message: 'Il n’y a rien ici ; écrivez les champs demandés, ou effacez la ligne.',
    };
  }
  return {
    rule: 'missing-field',
    message: `Il manque le champ « ${name} »${locationClause(path.slice(0, -1))} ; ajoutez une ligne « ${name}: … ».`,
  };
}

/** The rule that the value breaks. The schema may name it with `params: breaks(rule)`. */
function ruleOf(issue: Issue): Rule {
  switch (issue.code) {
    case 'custom': {
      const rule: unknown = issue.params?.rule;
      return isRule(rule) ? rule : 'invalid-value';
    }
    case 'invalid_type':
    case 'invalid_union':
      if (issue.path.length === 0) return isExpectingList(issue) ? 'not-a-list' : 'not-a-mapping';
      return isEmpty(issue.input) ? 'empty-field' : 'wrong-type';
    case 'invalid_value':
      return isEmpty(issue.input) ? 'empty-field' : 'not-in-list';
    case 'too_big':
      return issue.origin === 'string' ? 'too-long' : issue.origin === 'array' ? 'too-many' : 'too-large';
    case 'too_small':
      if (issue.input === '') return 'empty-field';
      return issue.origin === 'string' ? 'too-short' : issue.origin === 'array' ? 'too-few' : 'too-small';
    case 'invalid_format':
      return 'bad-format';
    case 'not_multiple_of':
      return 'wrong-type';
    default:
      return 'invalid-value';
  }
}

/** `image: ''` says no more than `image:`. */
function isEmpty(input: unknown): boolean {
  return input === null || (typeof input === 'string' && input.trim() === '');
}

function isExpectingList(issue: Issue): boolean {
  return issue.code === 'invalid_type' && issue.expected === 'array';
}

function explainSilentIssue(issue: Issue, path: SchemaMistake['path'], rule: Rule): string {
  const field = subject(path);
  const { input } = issue;
  if (rule === 'not-a-mapping')
    return 'On attend ici des champs ; écrivez-les un par ligne, « nom: valeur ».';
  if (rule === 'not-a-list')
    return 'On attend ici une liste ; écrivez chaque élément sur sa ligne, après un tiret et une espace.';
  if (rule === 'empty-field')
    return `${field} est vide ; écrivez une valeur, ou effacez la ligne si le champ est facultatif.`;
  switch (issue.code) {
    case 'invalid_type':
      return `${field} doit être ${expectedKind(issue.expected)}, et non ${receivedKind(input)} ; ${mendKind(issue.expected, input, path)}`;
    case 'invalid_value':
      return `${field} ne peut pas être ${receivedKind(input)} ; ${explainChoice(issue.values, input)}`;
    case 'invalid_union':
      return `${field} ne peut pas être ${receivedKind(input)} ; ${explainOptions(issue)}`;
    case 'too_big':
    case 'too_small':
      return `${field} ${explainSize(issue)}`;
    case 'not_multiple_of':
      return `${field} doit être un multiple de ${issue.divisor} ; corrigez le nombre.`;
    default:
      return `${field} n’a pas la forme attendue ; corrigez ou effacez cette valeur.`;
  }
}

function expectedKind(expected: string): string {
  const kinds: Record<string, string> = {
    string: 'un texte',
    number: 'un nombre',
    int: 'un nombre entier',
    boolean: '« true » ou « false »',
    array: 'une liste',
    object: 'un groupe de champs',
    record: 'un groupe de champs',
    null: 'vide',
    never: 'absent',
  };
  return kinds[expected] ?? 'une autre sorte de valeur';
}

function receivedKind(input: unknown): string {
  if (input === null) return 'vide';
  if (Array.isArray(input)) return 'une liste';
  if (typeof input === 'object') return 'un groupe de champs';
  if (typeof input === 'string') return `le texte « ${excerpt(input)} »`;
  // YAML's words for these numbers; JavaScript's would be English.
  if (Number.isNaN(input)) return '« .nan »';
  if (input === Infinity) return '« .inf »';
  if (input === -Infinity) return '« -.inf »';
  return typeof input === 'number' ? `le nombre ${input}` : `« ${String(input)} »`;
}

function mendKind(expected: string, input: unknown, path: SchemaMistake['path']): string {
  const name = path.findLast(step => typeof step === 'string');
  const field = name === undefined ? '' : `${name}: `;
  const simple = typeof input === 'string' || typeof input === 'number' || typeof input === 'boolean';
  // The name would be that of the list around the item.
  if (expected === 'string' && !simple && typeof path.at(-1) === 'number') return 'écrivez un texte simple.';
  switch (expected) {
    case 'string':
      return simple
        ? `mettez des guillemets : « ${field}"${input}" ».`
        : `écrivez « ${field}… » sur une ligne.`;
    case 'number':
    case 'int':
      return 'écrivez un nombre en chiffres, sans guillemets ni espaces.';
    case 'boolean':
      return `écrivez « ${field}true » ou « ${field}false », sans guillemets.`;
    case 'array':
      return simple
        ? `mettez des crochets : « ${field}[${excerpt(String(input))}] ».`
        : 'écrivez chaque élément sur sa ligne, après un tiret et une espace.';
    case 'object':
    case 'record':
      return 'écrivez ses champs dessous, un par ligne, avec deux espaces de retrait.';
    default:
      return 'corrigez ou effacez cette valeur.';
  }
}

/** Of more values than these the nearest alone is told. */
const MOST_CHOICES = 20;

function explainChoice(values: readonly unknown[], input: unknown): string {
  const words = values.map(String);
  const meant = typeof input === 'string' ? closestWord(input, words) : null;
  const list = words.map(word => `« ${word} »`).join(', ');
  if (meant !== null && words.length > MOST_CHOICES)
    return `vouliez-vous dire «\u00a0${meant}\u00a0»\u202f? Le guide donne toutes les valeurs possibles.`;
  if (meant !== null && words.length > 1)
    return `vouliez-vous dire « ${meant} » ? Les valeurs possibles sont ${list}.`;
  return words.length === 1 ? `écrivez ${list}.` : `les valeurs possibles sont ${list}.`;
}

function explainOptions(issue: Issue): string {
  const inner = issue.code === 'invalid_union' ? issue.errors.flat() : [];
  const kinds = inner.flatMap(option => {
    if (option.path.length > 0) return [];
    if (option.code === 'invalid_type') return [expectedKind(option.expected)];
    return option.code === 'invalid_value' ? option.values.map(value => `« ${String(value)} »`) : [];
  });
  const list = [...new Set(kinds)];
  if (list.length === 0) return 'corrigez ou effacez cette valeur.';
  const last = list.pop();
  return list.length === 0 ? `écrivez ${last}.` : `écrivez ${list.join(', ')} ou ${last}.`;
}

function explainSize(issue: Extract<Issue, { code: 'too_big' | 'too_small' }>): string {
  const big = issue.code === 'too_big';
  const limit = Number(big ? issue.maximum : issue.minimum);
  const units: Record<string, readonly [one: string, many: string]> = {
    string: ['caractère', 'caractères'],
    array: ['élément', 'éléments'],
    set: ['élément', 'éléments'],
  };
  const unit = units[issue.origin];
  if (unit === undefined) {
    const bound = big
      ? issue.inclusive
        ? 'au plus'
        : 'inférieur à'
      : issue.inclusive
        ? 'au moins'
        : 'supérieur à';
    return `doit être ${bound} ${limit} ; corrigez le nombre.`;
  }
  const size = typeof issue.input === 'string' || Array.isArray(issue.input) ? issue.input.length : null;
  const has = size === null ? '' : ` et en a ${size}`;
  const noun = unit[limit > 1 ? 1 : 0];
  return `doit avoir ${big ? 'au plus' : 'au moins'} ${limit} ${noun}${has} ; ${big ? 'raccourcissez.' : 'complétez.'}`;
}

/** The subject of a sentence about the value at `path`: « Le champ « name » de l’élément nº 2 ». */
function subject(path: SchemaMistake['path']): string {
  if (path.length === 0) return 'Ce fichier';
  const [item, field] = splitPath(path);
  if (field === '') return `L’${item}`;
  return `Le champ « ${field} »${item === '' ? '' : ` de l’${item}`}`;
}

/** The words that say in what a field is missing: « dans « image » », « dans l’élément nº 2 ». */
function locationClause(path: SchemaMistake['path']): string {
  const [item, field] = splitPath(path);
  if (field === '') return item === '' ? '' : ` dans l’${item}`;
  return ` dans « ${field} »${item === '' ? '' : ` de l’${item}`}`;
}

/** A path in words for editors: the item, if the whole file is a list, and the field in it (`image.alt`, `topics (nº 2)`). */
function splitPath(path: SchemaMistake['path']): readonly [item: string, field: string] {
  const [first, ...rest] = path;
  if (typeof first === 'number') return [`élément nº ${first + 1}`, nameField(rest)];
  return ['', nameField(path)];
}

function nameField(path: SchemaMistake['path']): string {
  let name = '';
  for (const step of path) {
    if (typeof step === 'number') name += name === '' ? `nº ${step + 1}` : ` (nº ${step + 1})`;
    else name += name === '' ? step : `.${step}`;
  }
  return name;
}

/** The beginning of a text on one line, enough for the editor to recognise it. */
function excerpt(text: string): string {
  return shorten(text.replace(/\s+/g, ' '));
}
