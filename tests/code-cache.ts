// Keeps compiled code between test files, each of which is a process: without it each would compile the engine anew. `npm test` has it imported.
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

enableCompileCache(join(import.meta.dirname, '../.cache/tests/code'));
