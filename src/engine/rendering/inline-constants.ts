// A template's text to the same text with all that is alike on every page of a build already written out, to be compiled then.
import nunjucks from 'nunjucks';
import { templateAddresses } from '../../address/addresses.ts';
import { french } from '../../locale/french.ts';
import type { Portal } from '../../pages/views.ts';

/** Nunjucks' own, which its types do not know. */
const { escape: escapeHtml } = nunjucks.lib as unknown as { readonly escape: (text: string) => string };

/** `{{ words.footer }}`, `{{ view.portal.assets.icons }}`, `{{ view.portal.assets.early | safe }}`. */
const EXPRESSION = /\{\{ ((?:words|addresses|view\.portal)(?:\.\w+)+)( \| safe)? \}\}/g;

/** A loop over a list of the portal, with the line end that `trimBlocks` would take away after each of its tags. */
const LOOP = /\{% for (\w+) in (view\.portal(?:\.\w+)+) %\}\n?([\s\S]*?)\{% endfor %\}\n?/g;

/** Nunjucks reads braces as its own: a text with any of them stays an expression, so that data is never run as a template. */
const BRACES = /[{}]/;

/**
 * Words and portal are the same for 100,000 pages: looked up and escaped once here instead of on each. What comes out renders to the
 * same bytes.
 */
export function inlineConstants(template: string, portal: Portal): string {
  const constants = { words: french, addresses: templateAddresses, view: { portal } };
  return template
    .replace(LOOP, (loop, name: string, path: string, body: string) => {
      const items = valueAt(constants, path);
      // A loop in a loop ends with the inner one's tag, and `loop` is only there in a loop.
      if (!Array.isArray(items) || /\{% (?:end)?for\b|\bloop\./.test(body)) return loop;
      const turns = items.map(item => unrolled(body, name, item));
      return turns.includes(null) ? loop : turns.join('');
    })
    .replace(EXPRESSION, (expression, path: string, safe: string | undefined) =>
      printed(valueAt(constants, path), safe !== undefined, expression),
    );
}

/** One turn of a loop, with its item's values in place; null when one of them has braces. */
function unrolled(body: string, name: string, item: unknown): string | null {
  const scope = { [name]: item };
  const path = `${name}((?:\\.\\w+)*)`;
  let foldable = true;
  const text = body
    .replace(new RegExp(`\\{\\{ ${path} \\}\\}`, 'g'), (expression, rest: string) => {
      const written = printed(valueAt(scope, name + rest), false, expression);
      if (written === expression) foldable = false;
      return written;
    })
    // Statements, and expressions with filters.
    .replace(/\{%.*?%\}|\{\{.*?\}\}/g, statement =>
      statement.replace(new RegExp(`(?<![.\\w])${path}\\b`, 'g'), (use, rest: string) => {
        const literal = JSON.stringify(valueAt(scope, name + rest) ?? null);
        if (BRACES.test(literal)) foldable = false;
        return foldable ? literal : use;
      }),
    );
  return foldable ? text : null;
}

function valueAt(from: unknown, path: string): unknown {
  return path.split('.').reduce((value, key) => (value as Record<string, unknown> | undefined)?.[key], from);
}

/** What Nunjucks would print of `value`; `expression` itself when that is better left to it. */
function printed(value: unknown, safe: boolean, expression: string): string {
  if (value === null || value === undefined) return '';
  if (typeof value !== 'string') return expression;
  const text = safe ? value : escapeHtml(value);
  return BRACES.test(text) ? expression : text;
}
