// What npm left in the environment to the options that it took for its own: `npm run build --full` reaches no program of ours.

/** Names that npm itself gives a meaning, and that people set for npm alone: whether they were typed here cannot be told. */
const NPMS_OWN: readonly string[] = ['cache', 'help', 'only', 'quiet'];

type OptionTypes = Readonly<Record<string, { readonly type: 'string' | 'boolean' }>>;

/**
 * Those of a command's `options` that npm kept, as they have to be typed: `--full`, `--content=x`, and `--content …` where npm has torn
 * the value from its option. npm hands all that it does not know to scripts as variables (`npm_config_keep_going`).
 */
export function optionsThatNpmTook(
  options: OptionTypes,
  environment: Readonly<Record<string, string | undefined>>,
): readonly string[] {
  return Object.entries(options).flatMap(([name, { type }]) => {
    const value = environment[`npm_config_${name.replaceAll('-', '_')}`] ?? '';
    if (NPMS_OWN.includes(name) || value === '') return [];
    if (type === 'boolean') return value === 'false' ? [] : [`--${name}`];
    return value === 'true' ? [`--${name} …`] : [`--${name}=${/\s/.test(value) ? `"${value}"` : value}`];
  });
}
