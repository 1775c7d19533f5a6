// A kind of page: which pages of it there are, what each shows, and how that becomes its view. One folder beside this file holds each.
import type { Article } from '../article/article.ts';
import type { FoundMedia } from '../article/article-media.ts';
import type { Thread } from '../comment/comment.ts';
import type { Edition } from '../edition/edition.ts';
import type { Entry } from '../edition/entry.ts';
import type { EditorialPage } from '../site/read-editorial-pages.ts';
import type { Site } from '../site/site.ts';
import type { Instant } from '../time/instant.ts';
import type { FurniturePart } from './furniture/furniture-block.ts';
import type { PageData } from './page-data.ts';
import type { ArticleRef, FirstLook, Referred } from './shown.ts';
import type { Tools } from './tools.ts';
import type { Link, PageView } from './views.ts';

/** What pages are listed from. There is no article's text in it: a list of all pages must cost little. */
export interface PageContext {
  readonly site: Site;
  readonly edition: Edition;
  readonly editorialPages: readonly EditorialPage[];
  /** The approved comments of an article; null: none. */
  readonly threadOf: (entry: Pick<Entry, 'file' | 'folder'>) => Thread | null;
  /** Changes whenever the comments of an article in a folder do; null: there are none. */
  readonly threadsIn: (folder: string) => number | null;
  /** A photograph that `_data` names; null: it is faulty, and named as such. */
  readonly pictureNamed: (src: string) => FoundMedia | null;
  /** Whether the portal has a style page: the site wants one, or the page is for the development server. */
  readonly stylePage: boolean;
}

/** Who makes the file of a page. */
export type Renderer =
  /** Our engine, from the template of the type's name in `theme/archive`: pages that grow with the archive (design, rule 3). */
  | 'archive'
  /** Eleventy, from the template of the type's name in `theme/eleventy`: the fixed set. */
  | 'eleventy'
  /** Our engine, without a template: the view is what the file holds, as JSON. */
  | 'json';

/** The fields that all templates can read and that only a few page types have. They are null on all other pages. */
export type RareField = 'section' | 'crumb' | 'alternates' | 'lang' | 'social' | 'agesOn' | 'feeds';

/**
 * A view without what is the same on many pages: the portal, the furniture, the edition, and what follows from the address.
 * Rare fields are missing, too, except for those that the page type has itself (`Own`).
 */
export type BareView<View extends PageView, Own extends RareField = never> = Omit<
  View,
  'portal' | 'furniture' | 'pointer' | 'canonical' | 'edition' | 'url' | Exclude<RareField, Own>
>;

/** Whether a page carries the furniture (design, rule 4); the name of a part: that alone. */
export type Furnished = boolean | FurniturePart;

/** One page, as its type lists it. */
export interface ListedPage<Shown> {
  /** Begins with `/`. */
  readonly url: string;
  /**
   * Plain data and references (`shown.ts`): all that the page's own view is made of. Of pages that are as many as articles a
   * getter, so that a whole archive of them need not be there at once.
   */
  readonly shown: Shown;
  /** The month of the articles that it shows, `2014-05`: pages of one month are rendered together. */
  readonly month?: string;
  /** Where not all pages of its type are alike in it. */
  readonly furnished?: Furnished;
  /** Instead of a first look at all that it shows: its digest changes whenever that does, and it brings none of the articles of a long list. */
  roughly?(): FirstLook;
}

/** A page whose list of articles is only brought when somebody asks what it shows. `month` is that of its articles; null: they are of several. */
export function pageOfList<Shown>(
  url: string,
  show: () => Shown,
  roughly: () => FirstLook,
  month: string | null = null,
): ListedPage<Shown> {
  return new PageOfList(url, show, roughly, month);
}

class PageOfList<Shown> implements ListedPage<Shown> {
  readonly url: string;
  readonly #show: () => Shown;
  readonly #roughly: () => FirstLook;
  readonly month?: string;

  constructor(url: string, show: () => Shown, roughly: () => FirstLook, month: string | null) {
    this.url = url;
    this.#show = show;
    this.#roughly = roughly;
    if (month !== null) this.month = month;
  }

  roughly(): FirstLook {
    return this.#roughly();
  }

  get shown(): Shown {
    return this.#show();
  }
}

/** The pages of one month of the calendar. Most builds find them all as they were, and need not look at each. */
export interface MonthOfPages<Shown> {
  /** `2014-05`; another word for pages of no month. */
  readonly month: string;
  readonly size: number;
  /** How many of them carry the furniture. */
  readonly furnished: number;
  /** Changes whenever what one of the pages shows does. */
  readonly digest: number;
  /** Each reference of the month that needs files, at least once; asked for when the digest is another one. */
  readonly pictured: () => readonly Referred[];
  readonly pages: () => Iterable<ListedPage<Shown>>;
}

export interface PageTypeDeclaration<Shown, View extends object> {
  /** Also the name of its template. */
  readonly name: string;
  readonly renderer: Renderer;
  readonly furnished: Furnished;
  /** Whether its pages stand without the layout: data, and pieces of other pages. Then nothing on them leads to the furniture. */
  readonly alone?: boolean;
  /** Whether its pages say of which edition they are, to the minute, and so change with every new article. */
  readonly tellsEdition?: boolean;
  /** First parts of addresses that belong to it: no section and no editorial page can take one. */
  readonly reserved?: readonly string[];
  /** The file of `_data` that it brings with it. */
  readonly data?: PageData<unknown>;
  /** What leads to it from the footer of every page; null: this portal has none. */
  readonly service?: (site: Site) => Link | null;
  /** Instants at which its pages change by the clock alone; those of the edition itself are not among them. */
  readonly changes?: (context: PageContext) => Iterable<Instant | null>;
  readonly pages: (context: PageContext) => Iterable<ListedPage<Shown>>;
  /** Instead of looking at each page, the engine may look at whole months, newest first; together they are `pages`. */
  readonly months?: (context: PageContext) => Iterable<MonthOfPages<Shown>>;
  /** The bare view of what a page shows: of nothing else, since a page changes when that does. */
  readonly view: (shown: Shown, tools: Tools) => View;
  /** Of a page that is an article: the article, and the bare view once its body has been made HTML, in whichever thread. */
  readonly body?: {
    readonly article: (shown: Shown) => ArticleRef;
    readonly finish: (view: View, article: Article, bodyHtml: string) => object;
  };
  /** Of a page that holds the texts of several articles: these, and the bare view once their bodies have been made HTML. */
  readonly texts?: {
    readonly articles: (shown: Shown) => readonly ArticleRef[];
    /** `bodies` in the order of the articles, with whole addresses, since they are read elsewhere. */
    readonly finish: (view: View, bodies: readonly string[]) => object;
  };
}

/** A page type among others, whatever its pages show. */
export interface PageType
  extends Pick<PageTypeDeclaration<unknown, object>, 'name' | 'renderer' | 'service' | 'changes' | 'data'> {
  readonly tellsEdition: boolean;
  readonly alone: boolean;
  readonly reserved: readonly string[];
  readonly pages: (context: PageContext) => Iterable<Page>;
  readonly months: ((context: PageContext) => Iterable<PageMonth>) | null;
  /** The bare view of what one of its pages shows; of an article, what the page says around its text. */
  readonly view: (shown: unknown, tools: Tools) => object;
  /** The article that a page is; null: its pages are no articles. */
  readonly article: ((shown: unknown) => ArticleRef) | null;
  readonly finish: ((view: object, article: Article, bodyHtml: string) => object) | null;
  /** The articles whose texts one of its pages holds. */
  readonly texts: (shown: unknown) => readonly ArticleRef[];
  readonly finishTexts: ((view: object, bodies: readonly string[]) => object) | null;
}

/** One page of the site before it is rendered. */
export interface Page {
  readonly type: PageType;
  readonly url: string;
  readonly furnished: Furnished;
  readonly shown: unknown;
  readonly month: string | null;
  /** As in `ListedPage`; null: all that it shows is looked at. */
  roughly(): FirstLook | null;
}

export interface PageMonth extends Omit<MonthOfPages<unknown>, 'pages'> {
  readonly pages: () => Iterable<Page>;
}

/** A class, since V8 keeps a hidden class of its own for each object whose literal has a getter: half a kilobyte a page. */
class TypedPage implements Page {
  readonly type: PageType;
  readonly furnished: Furnished;
  private readonly listed: ListedPage<unknown>;

  constructor(type: PageType, listed: ListedPage<unknown>, furnished: Furnished) {
    this.type = type;
    this.listed = listed;
    this.furnished = furnished;
  }

  get url(): string {
    return this.listed.url;
  }

  get month(): string | null {
    return this.listed.month ?? null;
  }

  get shown(): unknown {
    return this.listed.shown;
  }

  roughly(): FirstLook | null {
    return this.listed.roughly?.() ?? null;
  }
}

const NO_TEXTS: readonly ArticleRef[] = [];

/** Checks of addresses ask for them, and the plan. */
function oncePerContext<Made>(make: (context: PageContext) => Made): (context: PageContext) => Made {
  const made = new WeakMap<PageContext, Made>();
  return context => {
    const known = made.get(context) ?? make(context);
    made.set(context, known);
    return known;
  };
}

/** Makes a declared type one among others, and its listed pages whole. */
export function pageType<Shown, View extends object>(declared: PageTypeDeclaration<Shown, View>): PageType {
  const { name, renderer, body, texts, months, service, changes, data } = declared;
  const pageOf = (listed: ListedPage<Shown>): Page =>
    new TypedPage(type, listed, listed.furnished ?? declared.furnished);
  function* listPages(context: PageContext): Generator<Page, void> {
    for (const listed of declared.pages(context)) yield pageOf(listed);
  }
  const type: PageType = {
    name,
    renderer,
    ...(service && { service }),
    ...(changes && { changes }),
    ...(data && { data }),
    tellsEdition: declared.tellsEdition ?? false,
    alone: declared.alone ?? renderer === 'json',
    reserved: declared.reserved ?? [],
    // Those of months are as many as articles.
    pages: months ? listPages : oncePerContext(context => [...listPages(context)]),
    months: months
      ? oncePerContext(context =>
          Array.from(months(context), month => ({
            ...month,
            *pages() {
              for (const listed of month.pages()) yield pageOf(listed);
            },
          })),
        )
      : null,
    view: (shown, tools) => declared.view(shown as Shown, tools),
    article: body ? shown => body.article(shown as Shown) : null,
    finish: body ? (view, article, bodyHtml) => body.finish(view as View, article, bodyHtml) : null,
    texts: shown => texts?.articles(shown as Shown) ?? NO_TEXTS,
    finishTexts: texts ? (view, bodies) => texts.finish(view as View, bodies) : null,
  };
  return type;
}
