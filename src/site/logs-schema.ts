// `logs` of `_data/site`: the logs of the server in which `npm run refresh` and `npm run most-read` count readers when no other are named.
import { z } from 'zod';
import { breaks } from '../problem/rule.ts';

/** With these a server's log is on another machine, or nowhere. */
const ELSEWHERE = /^[a-z][a-z0-9+.-]+:\/\//i;

const log = z
  .string()
  .min(1)
  .max(300)
  .refine(text => !ELSEWHERE.test(text), {
    message:
      'Un journal est un fichier de la machine qui lance la commande\u00a0: copiez-le d’abord, puis écrivez son chemin, comme «\u00a0/var/log/nginx/access.log\u00a0».',
    params: breaks('log-path'),
  })
  .refine(text => !/^-|^\s|\s$|\p{Cc}/u.test(text), {
    message:
      'Le chemin d’un journal s’écrit sans espace autour ni tiret au début, comme «\u00a0/var/log/nginx/access.log\u00a0»\u202f; une étoile tient lieu de ce qui change, comme dans «\u00a0/var/log/caddy/access*.log*\u00a0».',
    params: breaks('log-path'),
  });

/** Paths, in which `*`, `?` and `**` mean what they mean to a shell; relative ones from where the command runs. */
export const logsSchema = z.array(log).max(50);
