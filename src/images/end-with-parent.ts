// For a process that another has started: it ends with that one.

/**
 * Ends this process when the other is gone, for whatever reason: then the channel between them closes. `process.exit` would wait
 * for a picture that is being drawn, which nobody can stop, so the process is killed.
 */
export function endWithParent(): void {
  process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
}
