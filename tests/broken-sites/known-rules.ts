// The source of the product to the names of all the rules that its problems may carry.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** `rule: 'bad-date'`, one of two after `rule: … ?`, the name handed to a function that makes a problem. */
const NAMED = [
  /\brule(?::|\s=)\s*'([a-z][a-z0-9-]*)'/g,
  /\brule(?::|\s=)[^,;}\n]*\?\s*'([a-z][a-z0-9-]*)'\s*:\s*'([a-z][a-z0-9-]*)'/g,
  /\b(?:wholeFile|outOfPlace|at)\(\s*[^,()]+,\s*'([a-z][a-z0-9-]*)'/g,
  /\b(?:atStart|mistake)\(\s*'([a-z][a-z0-9-]*)'/g,
  /\badd\('([a-z][a-z0-9-]*)', \[/g,
];
/** Where names stand in a row: what a schema's own complaints become, and the type of all rules about bodies. */
const IN_A_ROW = /function ruleOf[\s\S]*?\n}|type BodyRule =[^;]*;/g;

/** The rules named in all source files below `src`, in order. */
export function knownRules(src: string): readonly string[] {
  const rules = new Set<string>();
  for (const item of readdirSync(src, { recursive: true, encoding: 'utf8' })) {
    if (!item.endsWith('.ts') || item.endsWith('.test.ts')) continue;
    const text = readFileSync(join(src, item), 'utf8');
    for (const pattern of NAMED) {
      for (const [, ...names] of text.matchAll(pattern)) for (const name of names) rules.add(name!);
    }
    for (const [row] of text.matchAll(IN_A_ROW)) {
      for (const [, name] of row.matchAll(/(?:return|[?:|])\s*'([a-z]+(?:-[a-z0-9]+)*)'/g)) rules.add(name!);
    }
  }
  return [...rules].sort();
}
