// How the service's own few pages look: quiet, light or dark as the reader's system is, seven to one.

export const SERVICE_STYLES = `
:root { color-scheme: light dark; font: 1.0625rem/1.5 system-ui, sans-serif; }
html { background: light-dark(#fff, #141414); color: light-dark(#1a1a1a, #ededed); }
body { margin: 0; }
a { color: light-dark(#003a8c, #b5cdff); }
main { max-width: 46rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
h1 { font-size: 1.5rem; line-height: 1.25; }
h2 { font-size: 1.125rem; margin-top: 2rem; }
button { font: inherit; padding: .5rem 1rem; min-height: 2.75rem; background: none; color: inherit; border: 2px solid; border-radius: 4px; }
:focus-visible { outline: 3px solid Highlight; outline-offset: 2px; }
.text { white-space: pre-line; overflow-wrap: anywhere; }
.note { font-size: .9375rem; }
ol, ul { padding-left: 1.25rem; }
form { display: inline; }
form.report { display: block; }
fieldset { border: 1px solid GrayText; border-radius: 4px; margin: 0 0 1rem; padding: .5rem 1rem; }
fieldset p { margin: 0; }
fieldset label { display: block; padding: .5rem 0; }
textarea, input:not([type]) { font: inherit; width: 100%; box-sizing: border-box; padding: .5rem; color: inherit; background: none; border: 1px solid; border-radius: 4px; }
blockquote { margin: 1rem 0; padding-left: 1rem; border-left: 3px solid GrayText; }
nav { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; }
nav a, summary { padding: .625rem 0; }
nav [aria-current] { font-weight: bold; text-decoration: none; color: inherit; }
.acts { display: flex; flex-wrap: wrap; align-items: center; gap: .75rem; margin: 1rem 0; }
.acts p { margin: 0; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; font-size: .9375rem; }
th, td { text-align: left; padding: .375rem .75rem .375rem 0; border-bottom: 1px solid GrayText; white-space: nowrap; }
td:last-child { white-space: normal; overflow-wrap: anywhere; }
.unseen { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; }
article { border-top: 1px solid GrayText; margin-top: 1.5rem; }
mark { background: #ffe14d; color: #1a1a1a; }
`;
