// Asynchronous filters as Eleventy adds them to Nunjucks, to ones that answer when they stop too: an error that nobody hears ends the process.
import type { Environment } from 'nunjucks';

type Done = (error: unknown, value?: unknown) => void;
type Filter = (this: unknown, ...args: unknown[]) => unknown;

/** From now on a page whose asynchronous filter stops, or which stops after one, has that error. */
export function answerAsyncFilters(environment: Environment): void {
  const filtered = environment as unknown as FilteredEnvironment;
  const add = filtered.addFilter.bind(environment);
  filtered.addFilter = (name, filter, isAsync) => add(name, isAsync ? answering(filter) : filter, isAsync);
}

interface FilteredEnvironment {
  addFilter(name: string, filter: Filter, isAsync?: boolean): unknown;
}

/** Eleventy awaits the owner's function, and calls back within the same promise, which nobody holds (3.1.8: src/UserConfig.js). */
function answering(filter: Filter): Filter {
  return function (...args) {
    const done = args.at(-1) as Done;
    const answered = filter.apply(this, args);
    if (answered instanceof Promise) answered.catch(error => done(error));
    return answered;
  };
}
