// For Eleventy's own server: what is asked below the site's folder becomes what Eleventy looks for at the root.
import { HOME_URL } from '../../address/addresses.ts';
import { pathInFolder, publishedUrl } from '../../address/site-place.ts';

interface Request {
  url: string;
}

interface Response {
  writeHead(status: number, headers: Readonly<Record<string, string>>): Response;
  end(): void;
}

/** One of its middlewares; `folder` is asked at each request, since a build may change it. */
export function serveInFolder(
  folder: () => string,
): (request: Request, response: Response, next: () => void) => void {
  return (request, response, next) => {
    const here = folder();
    if (here !== '' && request.url === HOME_URL) {
      response.writeHead(302, { Location: publishedUrl(HOME_URL, here) }).end();
      return;
    }
    request.url = pathInFolder(request.url, here) ?? request.url;
    next();
  };
}
