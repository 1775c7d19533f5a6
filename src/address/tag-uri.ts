// A name that nobody else gives becomes an address that is nobody's page and lasts: `tag:quotidien.example,2014:/chine/` (RFC 4151).

/** @param authority a name and a date, as `_data/site` says or implies them. @param specific of signs that an address has. */
export function tagUri(authority: string, specific: string): string {
  return `tag:${authority}:${specific}`;
}
