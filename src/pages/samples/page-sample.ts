// What a sample is: a made-up page, or block of the furniture, that tests render. Samples stand beside their page type or block, in a file
// with its name (`topic/topic-samples.ts`), where tests find them. They are made of the specimens that `/style/` shows.

/** A made-up page. */
export interface PageSample<Bare extends object> {
  /** What the page shows, in a few words. */
  readonly name: string;
  /** Its own address, beginning with `/`. */
  readonly url: string;
  /** What a reader should find on the page, in that order, with the tags gone; of data there is no page to read. */
  readonly reads?: readonly string[];
  /** The bare view that the page type would make; of an article, with the body. */
  readonly view: Bare;
  /** The furniture around the page; missing: there is none. */
  readonly furniture?: SampleFurniture;
}

/** `fresh`: the first sample of each block; `stale`: the last of each; `none yet`: no block, in a new portal without articles; `put in`: a server puts it in; `links`: the page leads to it, and has no place for any of it. */
export type SampleFurniture = 'fresh' | 'stale' | 'none yet' | 'put in' | 'links';

/** A made-up block of the furniture. The first sample of a block shows it on an ordinary day, the last without fresh data. */
export interface BlockSample<View extends object> {
  readonly name: string;
  /** The view that the block would make. */
  readonly view: View;
}
