// Writes docs/front-matter.schema.json again. Run it after a change of the front matter's schema.
import { writeFileSync } from 'node:fs';
import { writeJsonSchema } from './json-schema.ts';

writeFileSync(new URL('../../docs/front-matter.schema.json', import.meta.url), writeJsonSchema());
