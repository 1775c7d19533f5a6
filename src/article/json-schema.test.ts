import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { writeJsonSchema } from './json-schema.ts';

test('the JSON Schema in docs/ says what the front matter’s schema says', () => {
  const committed = readFileSync(new URL('../../docs/front-matter.schema.json', import.meta.url), 'utf8');
  assert.equal(
    committed,
    writeJsonSchema(),
    'docs/front-matter.schema.json is out of date. Write it again: node src/article/write-json-schema.ts',
  );
});

test('every field has a title and a description in French', () => {
  interface Node {
    readonly properties?: Readonly<Record<string, Node>>;
    readonly items?: Node;
    readonly anyOf?: readonly Node[];
    readonly title?: string;
    readonly description?: string;
  }
  const withoutDescription: string[] = [];
  const visit = (node: Node, path: string): void => {
    for (const [name, field] of Object.entries(node.properties ?? {})) {
      if (!field.title || !/[éèêàùôœ’]| (?:un|la|les|de|du) /.test(field.description ?? ''))
        withoutDescription.push(`${path}${name}`);
      visit(field, `${path}${name}.`);
    }
    if (node.items) visit(node.items, path);
    for (const option of node.anyOf ?? []) visit(option, path);
  };
  visit(JSON.parse(writeJsonSchema()) as Node, '');
  assert.deepEqual(withoutDescription, []);
});
