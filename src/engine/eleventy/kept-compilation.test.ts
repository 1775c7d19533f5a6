import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import nunjucks, { type Environment } from 'nunjucks';
import { createEnvironment } from '../../theme/environment.ts';
import type { KeptTexts } from '../rendering/kept-texts.ts';
import { keepCompiled } from './kept-compilation.ts';

describe('a template that Eleventy gives Nunjucks', () => {
  let codes: Map<string, string>;
  let compiled: number;
  const kept: KeptTexts = {
    knows: source => codes.has(source),
    of(source, make) {
      if (!codes.has(source)) {
        compiled++;
        codes.set(source, make(source));
      }
      return codes.get(source)!;
    },
    keep() {},
  };
  beforeEach(() => {
    codes = new Map();
    compiled = 0;
  });

  /** As in a new process: no environment is used twice. */
  const render = (text: string, change: (environment: Environment) => void = () => {}): string => {
    const environment = createEnvironment([]);
    keepCompiled(environment, kept);
    change(environment);
    return new nunjucks.Template(text, environment, 'page.njk').render({ title: 'La une' });
  };
  const tag = (name: string, says: string) => (environment: Environment) => {
    environment.addExtension(name, {
      tags: [name],
      parse(parser: Parser, nodes: Nodes) {
        const token = parser.nextToken();
        const args = parser.parseSignature(true, true);
        parser.advanceAfterBlockEnd(token.value);
        args.addChild(new nodes.Literal(0, 0, says));
        return new nodes.CallExtension(this, 'run', args);
      },
      run: (_context: unknown, text: string) => text,
    } as unknown as nunjucks.Extension);
  };

  it('is compiled once, for all builds to come', () => {
    assert.equal(render('<h1>{{ title }}</h1>'), '<h1>La une</h1>');
    assert.equal(render('<h1>{{ title }}</h1>'), '<h1>La une</h1>');
    assert.equal(compiled, 1);
    assert.equal(render('<h2>{{ title }}</h2>'), '<h2>La une</h2>');
    assert.equal(compiled, 2);
  });

  it('is compiled each time when it names a tag that has a parser of its own', () => {
    assert.equal(render('{% salut %}, {{ title }}', tag('salut', 'Bonjour')), 'Bonjour, La une');
    assert.equal(render('{% salut %}, {{ title }}', tag('salut', 'Bonsoir')), 'Bonsoir, La une');
    assert.equal(render('{{ title }}', tag('salut', 'Bonsoir')), 'La une');
    assert.equal(compiled, 1);
  });

  it('is another one when a filter of it has become asynchronous', () => {
    const loud = (isAsync: boolean) => (environment: Environment) => {
      environment.addFilter(
        'fort',
        isAsync
          ? (text: string, done: (error: unknown, text: string) => void) => done(null, text.toUpperCase())
          : (text: string) => text.toUpperCase(),
        isAsync,
      );
    };
    assert.equal(render('{{ title | fort }}', loud(false)), 'LA UNE');
    assert.equal(render('{{ title | fort }}', loud(true)), 'LA UNE');
    assert.equal(compiled, 2);
  });

  it('has its mistakes told as if nothing were kept', () => {
    for (let nth = 0; nth < 2; nth++) assert.throws(() => render('{{ title'), /page\.njk/);
    assert.equal(codes.size, 0);
  });
});

interface Parser {
  nextToken(): { readonly value: string };
  parseSignature(tolerant: boolean, noParens: boolean): { addChild(node: unknown): void };
  advanceAfterBlockEnd(name: string): void;
}

interface Nodes {
  readonly Literal: new (line: number, column: number, value: string) => unknown;
  readonly CallExtension: new (extension: unknown, method: string, args: unknown) => unknown;
}
