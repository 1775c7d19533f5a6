// The folder of the theme to what in it is no file that could be read: before anything reads it, since a pipe is waited at for ever.
import { join, sep } from 'node:path';
import { problemMessages } from '../../locale/problem-messages.ts';
import type { Problem } from '../../problem/problem.ts';
import { wholeFile } from '../../problem/whole-file.ts';
import { filesBelow } from '../../source/files-below.ts';
import { itemsOf } from './static-files.ts';

/**
 * Pipes, sockets, devices and links to nowhere; in `static`, whose files are published as they are, every link. Other links are followed.
 * The problems name files by their paths.
 */
export function oddFiles(themeDir: string): readonly Problem[] {
  const links = linksBelow(join(themeDir, 'static'));
  const unreadable = filesBelow(themeDir)
    .filter(({ isFile }) => !isFile)
    .map(({ path }) => path)
    // What a link leads to is not looked at once the link itself is at fault.
    .filter(path => !links.some(link => path === link || path.startsWith(link + sep)));
  return [...links, ...unreadable].map(path => wholeFile(path, 'not-a-file', problemMessages.notAFile()));
}

/** Not `recursive`: that follows links to folders. */
function linksBelow(folder: string): readonly string[] {
  return itemsOf(folder).flatMap(item => {
    const path = join(folder, item.name);
    if (item.isDirectory()) return linksBelow(path);
    return item.isSymbolicLink() && !item.name.startsWith('.') ? [path] : [];
  });
}
