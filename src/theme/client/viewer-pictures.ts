// Figures of the page become pictures for the whole screen, from the template in each figure.
import { part } from './element.ts';

/**
 * Returns a function that gives the picture of the figure with an index. Once that picture has loaded, the browser fetches the
 * ones before and after it.
 */
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

/** The browser fetches the picture's image at once, even while the picture is not in the page. */
function pictureOf(figure: HTMLElement): Node {
  const { content } = part<HTMLTemplateElement>(figure, 'template')!;
  const picture = document.importNode(content, true).firstElementChild!;
  imageOf(picture).alt = part<HTMLImageElement>(figure, 'img')!.alt;
  return picture;
}

/** The image of a picture. A picture in one format only is itself an image. */
function imageOf(picture: Node): HTMLImageElement {
  return picture instanceof HTMLImageElement ? picture : part<HTMLImageElement>(picture as Element, 'img')!;
}
