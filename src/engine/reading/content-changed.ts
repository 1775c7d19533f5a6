// What stops a build whose content was edited while it ran.

/** A file is no longer the one that this build began with: the build has to be run again. */
export class ContentChanged extends Error {
  readonly file: string;
  constructor(file: string) {
    super(`${file} changed during the build`);
    this.name = 'ContentChanged';
    this.file = file;
  }
}
