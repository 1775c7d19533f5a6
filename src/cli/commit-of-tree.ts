// The commit of which the working tree holds every file as it is, if it does: what is built from it is built from that commit.
import { gitIn } from '../content/git-command.ts';

/** null: there is no repository, no git, or something is not committed. */
export async function commitOfTree(): Promise<string | null> {
  try {
    const git = gitIn(process.cwd());
    const changed = git(['status', '--porcelain', '--untracked-files=no']);
    const head = git(['rev-parse', '--verify', 'HEAD']);
    return changed.ok && head.ok && changed.output.length === 0 ? String(head.output).trim() : null;
  } catch {
    return null;
  }
}
