// The first bytes of a file to whether it is what a clone without the files of Git LFS has in a file's place.

/** The first words of that small text (git-lfs/docs/spec.md). */
const LFS_POINTER = 'version https://git-lfs.github.com/spec/';

export function isLfsPointer(head: Buffer): boolean {
  return head.toString('latin1', 0, LFS_POINTER.length) === LFS_POINTER;
}
