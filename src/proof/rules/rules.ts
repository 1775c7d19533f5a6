// All rules of the proof, in the order in which they are told.
import type { Rule, RuleName } from '../rule.ts';
import { alternativeText } from './alternative-text.ts';
import { deadFragment } from './dead-fragment.ts';
import { deadLink } from './dead-link.ts';
import { description } from './description.ts';
import { duplicateTitle } from './duplicate-title.ts';
import { english } from './english.ts';
import { externalLink } from './external-link.ts';
import { feed } from './feed.ts';
import { headers } from './headers.ts';
import { headingOrder } from './heading-order.ts';
import { noWay } from './no-way.ts';
import { pageWeight } from './page-weight.ts';
import { pictureSize } from './picture-size.ts';
import { readable } from './readable.ts';
import { sameBytes } from './same-bytes.ts';
import { sitemap } from './sitemap.ts';
import { structuredData } from './structured-data.ts';
import { title } from './title.ts';
import { typography } from './typography.ts';

export const RULES: readonly Rule[] = [
  readable,
  deadLink,
  deadFragment,
  noWay,
  title,
  duplicateTitle,
  description,
  headingOrder,
  alternativeText,
  pictureSize,
  typography,
  english,
  pageWeight,
  structuredData,
  feed,
  sitemap,
  headers,
  sameBytes,
  externalLink,
];

/** Two that nobody looks at unless asked to. */
export const ON_DEMAND: ReadonlySet<RuleName> = new Set(['same-bytes', 'external-link']);
