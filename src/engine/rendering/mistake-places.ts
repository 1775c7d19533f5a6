// A page that stopped while it was rendered to the places in the templates, as their owner typed them, at which it did.
import { readFileSync } from 'node:fs';
import nunjucks, { type Environment } from 'nunjucks';
import { createEnvironment } from '../../theme/environment.ts';
import { failureOf, innermost, type MistakePlace, withPlaces } from '../threads/failure.ts';

/**
 * What `render` gives with `environment`, whose templates are compiled for speed and know no lines. When that throws, it is called
 * once more, with templates read from `themeDir` that do; the error has the places then.
 */
export function renderOrPlace<Rendered>(
  themeDir: string,
  environment: Environment,
  render: (environment: Environment) => Rendered,
): Rendered {
  try {
    return render(environment);
  } catch (error) {
    if (!isOfTemplates(error)) throw error;
    const other = createEnvironment(new nunjucks.FileSystemLoader(themeDir));
    Object.assign(registered(other).filters, registered(environment).filters);
    Object.assign(registered(other).globals, registered(environment).globals);
    const placesOf = notePlaces(other);
    try {
      render(other);
    } catch {
      // It is the first error that counts.
    }
    throw withPlaces(error, placesOf(error));
  }
}

/** Whether Nunjucks stopped, and not what else a page is made with. */
export function isOfTemplates(error: unknown): boolean {
  return failureOf(error).stack.includes('emplate render error');
}

/** Where Nunjucks keeps what was added to an environment; its types do not know it. */
function registered(environment: Environment): Readonly<Record<'filters' | 'globals', object>> {
  return environment as unknown as Readonly<Record<'filters' | 'globals', object>>;
}

/** What the code of a noting template calls. */
interface Notes {
  /** `value()`, or a note of where it could not be had. */
  noted<Value>(template: number, line: number, column: number, value: () => Value): Value;
  /** Before what ends in a callback. */
  at(template: number, line: number, column: number): void;
  /** Of a template that cannot be compiled. */
  uncompiled(template: number, error: unknown): void;
  /** The number by which a template is called in its code. */
  numberOf(template: CompiledTemplate): number;
}

const notesOf = new WeakMap<Environment, Notes>();

/**
 * From now on the templates that `environment` compiles note where they stop.
 * @returns for an error with which rendering ended, the places of what was thrown meanwhile.
 */
export function notePlaces(environment: Environment): (error: unknown) => readonly MistakePlace[] {
  Template.prototype._compile = compileNoting;
  const templates: CompiledTemplate[] = [];
  const places: MistakePlace[] = [];
  // Nunjucks makes other errors of them on their way out, which pass all that called what threw them.
  const placed = new WeakSet<object>();
  let last: readonly [number, number, number] | null = null;

  const take = (template: number, line: number, column: number, error: unknown): void => {
    if (typeof error === 'object' && error !== null) {
      if (placed.has(error)) return;
      placed.add(error);
    }
    const { path = '', tmplStr } = templates[template]!;
    const typed = line + 1 + linesBefore(path, tmplStr);
    places.push({ file: path, line: typed, column: column + 1, detail: detailOf(error) });
  };
  const notes: Notes = {
    noted(template, line, column, value) {
      try {
        return value();
      } catch (error) {
        take(template, line, column, error);
        throw error;
      }
    },
    at(...place) {
      last = place;
    },
    uncompiled(template, error) {
      // Nunjucks counts these from 1. What Eleventy takes out of front matter has no path.
      const { lineno, colno } = error as UncompiledError;
      if (templates[template]!.path && lineno && colno) take(template, lineno - 1, colno - 1, error);
    },
    numberOf: template => templates.push(template) - 1,
  };
  notesOf.set(environment, notes);
  const fetching = environment as unknown as FetchingEnvironment;
  const fetch = fetching.getTemplate.bind(environment);
  fetching.notes = notes;
  fetching.getTemplate = (name, eager, parent, ignoreMissing, callback) => {
    const place = last;
    if (callback === undefined || place === null) return fetch(name, eager, parent, ignoreMissing, callback);
    let isAnswered = false;
    try {
      return fetch(name, eager, parent, ignoreMissing, (error, template) => {
        isAnswered = true;
        if (error) take(...place, error);
        callback(error, template);
      });
    } catch (error) {
      // The name is none. What comes later is thrown by what was fetched, and has its place.
      if (!isAnswered) take(...place, error);
      throw error;
    }
  };
  return error => {
    if (places.length === 0 && last !== null)
      take(...last, error instanceof Error ? innermost(error) : error);
    return places;
  };
}

function detailOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.trim().split('\n').at(-1)!.trim().replace(/\.$/, '');
}

/** Of front matter, which Eleventy takes off before Nunjucks gets the rest. */
function linesBefore(path: string, text: string): number {
  try {
    return readFileSync(path, 'utf8').split('\n').length - text.split('\n').length;
  } catch {
    return 0;
  }
}

// What we use of Nunjucks' own classes, which its types do not know (3.2.4: src/compiler.js, src/environment.js).

interface FetchingEnvironment {
  notes: Notes;
  getTemplate(
    name: unknown,
    eager?: boolean,
    parent?: string,
    ignoreMissing?: boolean,
    callback?: (error: unknown, template: unknown) => void,
  ): unknown;
}

interface CompiledTemplate {
  readonly env: Environment;
  /** Where it was read from; Eleventy gives that of the page. */
  readonly path?: string;
  readonly tmplStr: string;
}

/** Of Nunjucks' parser. */
interface UncompiledError {
  readonly lineno?: number;
  readonly colno?: number;
}

interface Node {
  readonly lineno: number;
  readonly colno: number;
  readonly name?: Node;
  /** Of `view.title`: what stands before the dot. */
  readonly target?: Node;
  readonly left?: Node;
  /** Of `extends`, `include` and the like: the name. */
  readonly template?: Node;
}

type Emit = (this: Emitter, node: Node, ...more: readonly unknown[]) => unknown;

interface Emitter {
  _emit(code: string): void;
}

const { Template, compiler } = nunjucks as unknown as {
  readonly Template: { readonly prototype: { _compile(this: CompiledTemplate): void } };
  readonly compiler: { readonly Compiler: { readonly prototype: Record<string, Emit> } };
};

const compileAsUsual = Template.prototype._compile;

/** Takes the place of Nunjucks' `_compile`, for the templates of noting environments. */
function compileNoting(this: CompiledTemplate): void {
  const notes = notesOf.get(this.env);
  if (notes === undefined) {
    compileAsUsual.call(this);
    return;
  }
  const { prototype } = compiler.Compiler;
  const usual = { ...prototype };
  const template = notes.numberOf(this);
  Object.assign(prototype, notingEmitters(prototype, template));
  try {
    compileAsUsual.call(this);
  } catch (error) {
    notes.uncompiled(template, error);
    throw error;
  } finally {
    Object.assign(prototype, usual);
  }
}

/** Those that emit code that may throw, so that it says where it stands. */
function notingEmitters(usual: Record<string, Emit>, template: number): Record<string, Emit> {
  const within = (name: string, place: (node: Node) => Node): [string, Emit] => {
    const emit = usual[name]!;
    return [
      name,
      function (node, ...more) {
        const { lineno, colno } = place(node);
        this._emit(`env.notes.noted(${template}, ${lineno}, ${colno}, () => `);
        emit.call(this, node, ...more);
        this._emit(')');
      },
    ];
  };
  const after = (name: string, place: (node: Node) => Node): [string, Emit] => {
    const emit = usual[name]!;
    return [
      name,
      function (node, ...more) {
        const { lineno, colno } = place(node);
        this._emit(`env.notes.at(${template}, ${lineno}, ${colno});\n`);
        return emit.call(this, node, ...more);
      },
    ];
  };
  return Object.fromEntries([
    within('compileFunCall', node => leftmost(node.name ?? node)),
    within('compileFilter', node => node.name ?? node),
    within('compileIs', node => leftmost(node.left ?? node)),
    within('compileIn', node => leftmost(node.left ?? node)),
    after('compileFilterAsync', node => node.name ?? node),
    after('compileCallExtension', node => node),
    after('_compileGetTemplate', node => node.template ?? node),
  ]);
}

/** `view` of `view.title`. */
function leftmost(node: Node): Node {
  return node.target === undefined ? node : leftmost(node.target);
}
