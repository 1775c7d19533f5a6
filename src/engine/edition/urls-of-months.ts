// Addresses that somebody asks for to those of the pages that may be there: of an archive most months have none of them.
import type { PageContext, PageType } from '../../pages/page-type.ts';

const MONTH = /^\d{4}-\d{2}$/;

/** Whether what pages are told apart by is a month of the calendar. */
export function isMonth(name: string): boolean {
  return MONTH.test(name);
}

/** The addresses of all pages of a kind, but of those by months: of these the pages of `months`, and of what is no month of the calendar. */
export function* urlsOfMonths(
  { pages, months }: PageType,
  context: PageContext,
  asked: ReadonlySet<string>,
): Generator<string, void> {
  if (months === null) for (const { url } of pages(context)) yield url;
  else
    for (const { month, pages } of months(context))
      if (asked.has(month) || !isMonth(month)) for (const { url } of pages()) yield url;
}
