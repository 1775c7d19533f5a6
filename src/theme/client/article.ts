// The custom elements of articles, which no other page has to load. Without it each is the plain HTML that it holds.
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
