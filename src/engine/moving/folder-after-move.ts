// The folder of an article, and what its address was and will be made of, become the folder in which it belongs: one that is named for its
// section or its date follows.

interface Dated {
  readonly section: string;
  /** `2014-05-20` */
  readonly day: string;
}

/** @param folder below the content folder: `articles/2014/05` becomes `articles/2014/06`, `articles/chine` becomes `articles/sport`. */
export function folderAfterMove(folder: string, before: Dated, after: Dated): string {
  const parts = folder.split('/');
  const section = parts.indexOf(before.section);
  if (section > 0) parts[section] = after.section;
  const [year = '', ...rest] = before.day.split('-');
  const whole = parts.findIndex(part => part === before.day || part === before.day.slice(0, 7));
  if (whole !== -1) parts[whole] = after.day.slice(0, parts[whole]!.length);
  const start = parts.indexOf(year);
  if (start === -1) return parts.join('/');
  const dated = after.day.split('-');
  parts[start] = dated[0]!;
  for (const [index, part] of rest.entries()) {
    if (parts[start + 1 + index] !== part) break;
    parts[start + 1 + index] = dated[index + 1]!;
  }
  return parts.join('/');
}
