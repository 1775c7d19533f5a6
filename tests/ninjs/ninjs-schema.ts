// What IPTC ninjs 3 asks of a news object, as a JSON Schema of the properties that the site uses: any other one is a fault.
const text = { type: 'string', minLength: 1 };
const uri = { type: 'string', format: 'uri' };
const instant = { type: 'string', format: 'date-time' };
const pixels = { type: 'integer', minimum: 1 };

function object(required: readonly string[], properties: Readonly<Record<string, object>>): object {
  return { type: 'object', additionalProperties: false, required, properties };
}

function list(items: object): object {
  return { type: 'array', items };
}

const rendition = object(['name'], {
  name: text,
  href: uri,
  contentType: { type: 'string', pattern: '^[a-z]+/[a-z0-9.+-]+$' },
  width: pixels,
  height: pixels,
});

const words = list(object(['value'], { role: text, contentType: text, value: text }));

/** An associated object is a news object, too, and has a name. */
const association = object(['uri', 'name', 'renditions'], {
  uri,
  name: text,
  type: { enum: ['picture', 'video', 'audio'] },
  headlines: words,
  by: text,
  renditions: list(rendition),
});

export const NINJS_SCHEMA = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  // `uri` is the only one that the standard requires; without the others an article would say too little.
  ...object(
    [
      'uri',
      'standard',
      'type',
      'firstCreated',
      'versionCreated',
      'pubStatus',
      'language',
      'headlines',
      'bodies',
    ],
    {
      uri,
      standard: object(['name', 'version', 'schema'], {
        name: { const: 'ninjs' },
        version: { const: '3.0' },
        schema: uri,
      }),
      type: { enum: ['text', 'composite'] },
      representationType: { enum: ['full', 'partial'] },
      firstCreated: instant,
      versionCreated: instant,
      contentCreated: instant,
      expires: instant,
      pubStatus: { enum: ['usable', 'withheld', 'canceled'] },
      language: { type: 'string', pattern: '^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$' },
      usageTerms: text,
      headlines: { ...words, minItems: 1 },
      descriptions: words,
      bodies: {
        ...list(
          object(['value'], {
            role: text,
            contentType: text,
            wordCount: { type: 'integer', minimum: 0 },
            value: text,
          }),
        ),
        minItems: 1,
      },
      by: text,
      located: text,
      infoSources: list(object(['name', 'role'], { name: text, role: text, uri })),
      subjects: list(object(['name'], { name: text, rel: text, uri })),
      renditions: list(rendition),
      associations: list(association),
    },
  ),
} as const;
