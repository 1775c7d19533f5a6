// Keeps compiled code between test files, each of which is a process: without it each would compile the engine anew. `npm test` has it imported.
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '../.cache/tests/code');
enableCompileCache(folder);
// Commands that tests run directly, and their threads, share in it.
process.env.NODE_COMPILE_CACHE ??= folder;
