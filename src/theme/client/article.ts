// Defines the custom elements of articles, which other pages need not load. Without JavaScript each is the HTML that it contains.
import { ageNote } from './age-note.ts';
import { commentForm } from './comment-form.ts';
import { define } from './element.ts';
import { photoViewer } from './photo-viewer.ts';
import { printButton } from './print-button.ts';
import { shareLinks } from './share-links.ts';
import { textSize } from './text-size.ts';

define('age-note', ageNote);
define('photo-viewer', photoViewer);
define('text-size', textSize);
define('print-button', printButton);
define('share-links', shareLinks);
define('comment-form', commentForm);
