// Templates that Eleventy gives Nunjucks to compile, to the JavaScript that an earlier build made of them: a third of what it takes to render a few pages.
import nunjucks, { type Environment } from 'nunjucks';
import type { KeptTexts } from '../rendering/kept-texts.ts';

const keptOf = new WeakMap<Environment, KeptTexts>();

/**
 * From now on the templates of `environment`, pages of an owner's too, are compiled unless `kept` has what comes of it. A tag that Eleventy
 * or an owner adds has a parser of its own, of which no text says what it makes: a template in which its name stands is always compiled.
 */
export function keepCompiled(environment: Environment, kept: KeptTexts): void {
  keptOf.set(environment, kept);
  Template.prototype._compile = compileOrTake;
}

// What we use of Nunjucks' own classes, which its types do not know (3.2.4: src/environment.js).

interface Extension {
  readonly tags?: readonly string[];
  /** Changes the text before it is parsed. */
  readonly preprocess?: unknown;
}

interface CompiledTemplate {
  readonly env: Environment & {
    readonly asyncFilters: readonly string[];
    readonly extensionsList: readonly Extension[];
    readonly opts: object;
  };
  /** Where it was read from; Eleventy gives that of the page. */
  readonly path?: string;
  readonly tmplStr: string;
  /** What the JavaScript of a template gives; with it, nothing is compiled. */
  tmplProps?: unknown;
}

const { Template, compiler } = nunjucks as unknown as {
  readonly Template: { readonly prototype: { _compile(this: CompiledTemplate): void } };
  readonly compiler: {
    compile(
      text: string,
      asyncFilters: readonly string[],
      extensions: readonly Extension[],
      name: string | undefined,
      options: object,
    ): string;
  };
};

const compileAsUsual = Template.prototype._compile;

function mayMeet(text: string): (extension: Extension) => boolean {
  return ({ tags = [], preprocess }) => preprocess !== undefined || tags.some(tag => text.includes(tag));
}

function compileOrTake(this: CompiledTemplate): void {
  const { env, path, tmplStr } = this;
  const kept = keptOf.get(env);
  const { asyncFilters, extensionsList, opts } = env;
  if (kept !== undefined && this.tmplProps === undefined && !extensionsList.some(mayMeet(tmplStr))) {
    const code = kept.of(JSON.stringify([path, asyncFilters, opts, tmplStr]), () =>
      compiler.compile(tmplStr, asyncFilters, extensionsList, path, opts),
    );
    this.tmplProps = new Function(code)();
  }
  compileAsUsual.call(this);
}
