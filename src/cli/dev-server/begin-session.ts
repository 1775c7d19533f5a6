// Begins a session of `npm run dev`, or tells the command why its code can't be loaded.
import { isSession } from './session.ts';
import type { FromSession } from './sessions.ts';

// The command may be killed at any time, and then nobody could end this session any more.
process.on('disconnect', () => process.exit(0));
// Or it was before this line: then no session begins, and none that would take itself for the command.
if (!isSession()) process.exit(0);

try {
  await import('../dev.ts');
} catch (error) {
  const { message, stack = message } = error instanceof Error ? error : new Error(String(error));
  const failed: FromSession = { says: 'failed', failure: { message, stack } };
  process.send?.(failed, () => process.exit(1));
}
