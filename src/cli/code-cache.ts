// Keeps compiled code between runs, so that a command starts in a fraction of the time. Import it before all else.
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '../../.cache/code');
enableCompileCache(folder);
// The command's threads and processes do not share in its cache by themselves.
process.env.NODE_COMPILE_CACHE ??= folder;
