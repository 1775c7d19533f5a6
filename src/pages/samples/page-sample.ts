// What a sample is: a made-up page, or block of the furniture, that tests render. Samples stand beside the page or block that they
// are of, in a file of its name (`topic/topic-samples.ts`), where tests find them. They are made of the specimens that `/style/` shows.

/** A made-up page. */
export interface PageSample<Bare extends object> {
  /** What the page shows, in a few words. */
  readonly name: string;
  /** Its own address, beginning with `/`. */
  readonly url: string;
  /** As its type makes it; of an article, with the body in it. */
  readonly view: Bare;
  /** Around the page; left out: it carries none. */
  readonly furniture?: SampleFurniture;
}

/** Every block as its first sample shows it, or as its last does; or no block: the portal is new, and nothing is published. */
export type SampleFurniture = 'fresh' | 'stale' | 'none yet';

/** A made-up block of the furniture: the first of a block's samples is the block on most days, the last is it without news. */
export interface BlockSample<View extends object> {
  readonly name: string;
  /** As the block makes it. */
  readonly view: View;
}
