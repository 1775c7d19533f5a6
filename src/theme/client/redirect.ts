// Sends on who comes by an old address, with what stands behind it: `?` and what was asked, `#` and the place in the text. Without
// JavaScript the page leads to the article alone.
const to = document.currentScript?.dataset.to;
if (to !== undefined) location.replace(to + location.search + location.hash);
