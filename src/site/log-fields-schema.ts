// `logFields` of `_data/site`: how a log in JSON calls what is counted. Those of Fastly, for one, are an owner’s own.
import { z } from 'zod';
import { breaks } from '../problem/rule.ts';

/** The name of a field; points lead through objects: `request.headers.User-Agent`. */
const name = () =>
  z
    .string()
    .min(1)
    .max(100)
    .refine(text => /^[^\p{Cc}\s](?:[^\p{Cc}]*[^\p{Cc}\s])?$/u.test(text), {
      message:
        'Le nom d’un champ du journal s’écrit comme dans le journal, sans espace autour\u202f; des points mènent à un champ dans un autre, comme «\u00a0request.uri\u00a0».',
      params: breaks('log-field'),
    });

export const logFieldsSchema = z.strictObject({
  time: name(),
  client: name(),
  method: name(),
  url: name(),
  status: name(),
  agent: name(),
  /** Of the header `Sec-Purpose`, by which browsers tell what they fetch before anybody asks for it; null: the log does not have it. */
  purpose: name().nullable().default(null),
});

export type LogFields = Readonly<z.infer<typeof logFieldsSchema>>;
