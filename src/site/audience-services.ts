// The services that count a site's readers, and what a site says of its logs or of one of these.
import type { z } from 'zod';
import { breaks } from '../problem/rule.ts';

export const AUDIENCE_SERVICES = ['plausible', 'matomo', 'goatcounter'] as const;
export type AudienceService = (typeof AUDIENCE_SERVICES)[number];

/** Readers would count twice. Runs on files that have other mistakes too. */
export function eitherLogsOrService(file: unknown, context: z.RefinementCtx): void {
  const { logs = [], mostReadService = null } = (file ?? {}) as {
    readonly logs?: unknown;
    readonly mostReadService?: unknown;
  };
  if (mostReadService === null || !Array.isArray(logs) || logs.length === 0) return;
  context.addIssue({
    code: 'custom',
    path: ['mostReadService'],
    params: breaks('logs-and-service'),
    message:
      'Les lecteurs se comptent dans les journaux (logs) ou par un service (mostReadService), et non par les deux\u202f; effacez l’un des deux champs.',
  });
}
