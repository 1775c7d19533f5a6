// The front matter's schema becomes the JSON Schema with which editors' programs complete and check what is typed.
import { z } from 'zod';
import { frontMatterSchema } from './front-matter-schema.ts';

/** The JSON Schema (draft 7, which YAML editors know best), as the text of `docs/front-matter.schema.json`. */
export function writeJsonSchema(): string {
  const schema = z.toJSONSchema(frontMatterSchema('UTC'), { target: 'draft-7', io: 'input' });
  const properties = { ...schema.properties };
  // Our YAML leaves numbers as text, an editor's program does not.
  const { title, description } = properties.priority as z.core.JSONSchema.BaseSchema;
  properties.priority = { title, description, type: 'integer', minimum: 0, maximum: 9, default: 0 } as never;
  const whole = {
    ...schema,
    title: 'Article',
    description: 'Les champs en tête d’un article, entre deux lignes « --- ».',
    properties,
  };
  return `${JSON.stringify(whole, null, 2)}\n`;
}
