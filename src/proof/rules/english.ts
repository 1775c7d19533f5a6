// English in what a reader presses, fills in or hears named, on a page in French.
import { proofWords } from '../../locale/proof-words.ts';
import type { Rule } from '../rule.ts';
import { isFrench } from './french-text.ts';

/** Whole labels: what is also a word of French (« menu », « photos », « article ») is not among them. */
const PHRASES = new Set(
  `about|about us|advertisement|all rights reserved|archive|author|back|back to top|breadcrumb|by|cancel|categories|category|click here|close|close menu|comment|comments|contact us|continue reading|cookie policy|copy link|copyright|dark mode|date|download|edit|email|email address|enter your email|error|expand|featured|filter|follow us|footer|forward|go back|go to homepage|header|help|hide|home|home page|homepage|join|last updated|latest|latest news|learn more|leave a comment|light mode|like|load more|loading|loading…|loading...|log in|log out|login|logout|main navigation|mode|more|most popular|most read|name|new|news|newest|newsletter sign up|next|next page|no comments|no results|no results found|not found|older|open|open menu|our team|page not found|pause|play|popular|posted by|posted on|previous|previous page|previous slide|next slide|print|privacy|privacy policy|published|published on|read|read more|read next|recent posts|related|related articles|related posts|remove|reply|reset|retry|save|search|search results|search…|search...|see all|see more|select|send|settings|share|share on facebook|share on twitter|show|show less|show more|sign in|sign out|sign up|site map|skip to content|skip to main content|sort by|sponsored|subscribe|submit|tags|terms of service|terms of use|toggle menu|toggle navigation|topics|trending|try again|unsubscribe|updated|username|password|video player|view|view all|view more|views|weather|website|welcome|write a comment|your email|your name`.split(
    '|',
  ),
);
for (const french of ['date', 'mode', 'pause', 'archive', 'commentaire']) PHRASES.delete(french);

/** « May 20, 2014 », « 3 hours ago », « 5 min read ». */
const FORMS =
  /\b(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2}, \d{4}\b|\b\d+ (?:seconds?|minutes?|hours?|days?|weeks?|months?|years?) ago\b|\b\d+ min read\b/;

export const english: Rule = {
  name: 'english',
  severity: 'error',
  page({ labels, isWhole, lang }, _tree, tell) {
    if (isWhole && !isFrench(lang)) return;
    tell.looked();
    for (const { text, lang: ofLabel } of labels) {
      if (ofLabel !== '' && !isFrench(ofLabel)) continue;
      const plain = text.toLowerCase().replace(/\s*[:»›>→…]+$/u, '');
      if (PHRASES.has(plain) || PHRASES.has(text.toLowerCase()) || FORMS.test(text))
        tell.found(proofWords.found.english(text));
    }
  },
};
