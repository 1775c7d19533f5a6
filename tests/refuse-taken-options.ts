// The options of a developer's command to an error, when npm kept some of them for itself (`npm run soak --minutes=10`).
import { optionsThatNpmTook } from '../src/cli/npm-options.ts';

/** Throws when npm took any of `options` (those given to `parseArgs`): the command would do something else than what was asked for. */
export function refuseTakenOptions(options: Parameters<typeof optionsThatNpmTook>[0]): void {
  const taken = optionsThatNpmTook(options, process.env);
  if (taken.length > 0)
    throw new Error(`npm kept ${taken.join(', ')} for itself: options go behind two dashes, after « -- ».`);
}
