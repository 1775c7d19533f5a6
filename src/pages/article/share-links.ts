// An article's address and title to the ways of passing it on: plain links, which load nothing of the other sites.
import { pageWords } from '../../locale/page-words.ts';
import type { Link } from '../views.ts';

/** A way to pass an article on: a plain link, which loads nothing of the other site. */
export interface ShareLink extends Link {
  readonly icon: string;
}

/** `address` is absolute. Each form is the one that the site's own documentation gives for links. */
export function shareLinks(address: string, title: string): readonly ShareLink[] {
  const url = encodeURIComponent(address);
  const text = encodeURIComponent(title);
  return [
    { text: pageWords.byEmail, icon: 'envelope', url: `mailto:?subject=${text}&body=${url}` },
    { text: 'Facebook', icon: 'facebook', url: `https://www.facebook.com/sharer/sharer.php?u=${url}` },
    { text: 'X', icon: 'twitter-x', url: `https://x.com/intent/post?url=${url}&text=${text}` },
    { text: 'WhatsApp', icon: 'whatsapp', url: `https://wa.me/?text=${text}%20${url}` },
  ];
}
