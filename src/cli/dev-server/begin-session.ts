// Begins a session of `npm run dev`, or tells the command why its code can't be loaded.
import type { FromSession } from './sessions.ts';

try {
  await import('../dev.ts');
} catch (error) {
  const { message, stack = message } = error instanceof Error ? error : new Error(String(error));
  const failed: FromSession = { says: 'failed', failure: { message, stack } };
  process.send?.(failed, () => process.exit(1));
}
