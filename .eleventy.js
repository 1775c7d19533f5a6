// An ordinary Eleventy project: add plugins, filters, shortcodes and passthrough copies here. The portal's own pages come
// from one plugin; the pages that grow with the archive are rendered beside Eleventy (docs/architecture.md says why).
import { directories, quotidien } from './src/engine/eleventy-plugin.ts';

export default function (eleventyConfig) {
  eleventyConfig.addPlugin(quotidien);

  return {
    dir: directories(eleventyConfig),
    templateFormats: ['njk'],
    markdownTemplateEngine: false,
    htmlTemplateEngine: false,
  };
}
