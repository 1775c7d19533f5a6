// Keeps compiled code between runs, so that a command starts in a fraction of the time. It is imported before all else: what is loaded before it
// has its types taken away anew at each run, and that by a program which takes longer to load than many a command runs.
import module from 'node:module';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../.cache/code', import.meta.url));
// An older Node, which only starts the pinned one, has none.
module.enableCompileCache?.(folder);
// The command's threads and processes do not share in its cache by themselves.
process.env.NODE_COMPILE_CACHE ??= folder;
