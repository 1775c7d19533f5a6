// An editor who has signed in by a link, and what they see.
import assert from 'node:assert/strict';
import { givePass } from '../../src/participation/moderation-pass.ts';
import { SERVICE, type ServiceUnderTest } from './service-under-test.ts';

/** What browsers send with forms of the service's own pages. */
export const OWN = { origin: SERVICE };

/** Signs in as an editor does, and gives what their browser sends from then on. */
export async function signIn(service: ServiceUnderTest): Promise<Readonly<Record<string, string>>> {
  const lien = await givePass(service.store, 'link', service.now);
  const answer = await service.form('/moderation/entrer', { lien }, { headers: OWN });
  assert.equal(answer.status, 303);
  const cookie = answer.headers.get('set-cookie')!.split(';')[0]!;
  return { ...OWN, cookie };
}

export async function pageOf(
  service: ServiceUnderTest,
  headers: Readonly<Record<string, string>>,
  path = '/moderation',
) {
  const answer = await service.send(path, { headers });
  const text = await answer.text();
  return {
    status: answer.status,
    text,
    headers: answer.headers,
    token: /name="token" value="([^"]+)"/.exec(text)?.[1] ?? '',
  };
}
