// Writes docs/front-matter.schema.json. Run it after each change of the front matter's schema.
import { writeFileSync } from 'node:fs';
import { writeJsonSchema } from './json-schema.ts';

writeFileSync(new URL('../../docs/front-matter.schema.json', import.meta.url), writeJsonSchema());
