// The front matter's schema becomes the JSON Schema with which editors' programs complete and check fields while one types.
import { z } from 'zod';
import { frontMatterSchema } from './front-matter-schema.ts';

/** The text of `docs/front-matter.schema.json`, in draft 7, which most YAML editors support. */
export function writeJsonSchema(): string {
  const schema = z.toJSONSchema(frontMatterSchema('UTC'), { target: 'draft-7', io: 'input' });
  const properties = { ...schema.properties };
  // `parseYaml` leaves numbers as text, so the schema asks for a string; an editor's program reads `5` as a number.
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
