// What readers' browsers are told of an object, to the fields under which a bucket keeps it.
import type { PutObjectCommandInput } from '@aws-sdk/client-s3';
import type { ObjectHeaders } from './object-store.ts';

export type KeptFields = Pick<
  PutObjectCommandInput,
  'CacheControl' | 'ContentDisposition' | 'ContentEncoding' | 'ContentLanguage' | 'ContentType' | 'Metadata'
>;

/** Those that a bucket gives back under their own names. */
const OWN_NAMES = {
  'content-disposition': 'ContentDisposition',
  'content-encoding': 'ContentEncoding',
  'content-language': 'ContentLanguage',
} as const;

/** All others become `x-amz-meta-…`. What is not ASCII is escaped as in addresses: a header can't hold it. */
export function s3Headers({
  contentType,
  cacheControl,
  others = {},
}: Omit<ObjectHeaders, 'redirectTo'>): KeptFields {
  const kept: { -readonly [Name in (typeof OWN_NAMES)[keyof typeof OWN_NAMES]]?: string } = {};
  const metadata: Record<string, string> = {};
  for (const [name, value] of Object.entries(others)) {
    if (Object.hasOwn(OWN_NAMES, name)) kept[OWN_NAMES[name as keyof typeof OWN_NAMES]] = printable(value);
    else metadata[name] = printable(value);
  }
  return {
    ContentType: contentType,
    CacheControl: cacheControl,
    ...(Object.keys(metadata).length === 0 ? {} : { Metadata: metadata }),
    ...kept,
  };
}

/** Whether an object was put with these: what a bucket answers has no other of these fields. */
export function isKeptAs(found: KeptFields, wanted: KeptFields): boolean {
  const text = ({ Metadata = {}, ...fields }: KeptFields): string =>
    JSON.stringify([
      FIELDS.map(name => fields[name] ?? ''),
      Object.entries(Metadata)
        .map(([name, value]) => `${name.toLowerCase()}: ${value.trim()}`)
        .sort(),
    ]);
  return text(found) === text(wanted);
}

const FIELDS = ['ContentType', 'CacheControl', ...Object.values(OWN_NAMES)] as const;

/** Only a bucket's website endpoint heeds it; elsewhere readers get the page that is the object. */
export function s3Redirect(address: string): Pick<PutObjectCommandInput, 'WebsiteRedirectLocation'> {
  return { WebsiteRedirectLocation: printable(address) };
}

function printable(value: string): string {
  return value.replace(/[^\x20-\x7e]+/g, encodeURIComponent);
}
