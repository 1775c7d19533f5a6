// What pages and furniture ask of `_data`, handed to the room that reads it.
import type { SiteRules } from '../site/read-site.ts';
import { FURNITURE_BLOCKS } from './furniture/furniture.ts';
import { PAGE_TYPES, RESERVED_ADDRESSES } from './registry.ts';

export const SITE_RULES: SiteRules = {
  reserved: RESERVED_ADDRESSES,
  furniture: FURNITURE_BLOCKS.map(({ name }) => name),
  pageData: timeZone => PAGE_TYPES.flatMap(({ data }) => data?.file(timeZone) ?? []),
};
