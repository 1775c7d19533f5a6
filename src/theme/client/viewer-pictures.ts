// The photographs for the whole screen, out of the templates beside those of the page; neighbours come ahead.
import { part } from './element.ts';

/** Gives the picture of a figure by its number, and has those before and after it fetched once it is there. */
export function fullPictures(figures: readonly HTMLElement[]): (index: number) => Node {
  const pictures: Node[] = [];
  const make = (index: number): Node => {
    pictures[index] ??= pictureOf(figures[index]!);
    return pictures[index];
  };
  return index => {
    const picture = make(index);
    const ahead = (): void => {
      for (const near of [index + 1, index - 1]) if (figures[near]) make(near);
    };
    const image = imageOf(picture);
    if (image.complete) ahead();
    else image.addEventListener('load', ahead, { once: true });
    return picture;
  };
}

/** A browser fetches a picture as soon as it is made, wherever it stands. */
function pictureOf(figure: HTMLElement): Node {
  const { content } = part<HTMLTemplateElement>(figure, 'template')!;
  const picture = document.importNode(content, true).firstElementChild!;
  imageOf(picture).alt = part<HTMLImageElement>(figure, 'img')!.alt;
  return picture;
}

/** The picture itself, where it comes in one format only. */
function imageOf(picture: Node): HTMLImageElement {
  return picture instanceof HTMLImageElement ? picture : part<HTMLImageElement>(picture as Element, 'img')!;
}
