// What only tests, benches and developers need, to packages that are there: every command that needs them begins with this program.
import { join } from 'node:path';
import { installPackages } from './install-packages.ts';

installPackages(import.meta.dirname, join(import.meta.dirname, '../../node_modules'));
