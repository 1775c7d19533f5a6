// What we use of Eleventy's development server, which comes without types.
declare module '@11ty/eleventy-dev-server' {
  import type { IncomingMessage, ServerResponse } from 'node:http';

  type Middleware = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;
  interface Server {
    serve(port: number): void;
    ready(): Promise<void>;
    reload(event: object): void;
  }
  const EleventyDevServer: {
    getServer(
      name: string,
      dir: string,
      options: { domDiff: boolean; messageOnStart: () => string; middleware: readonly Middleware[] },
    ): Server;
  };
  export default EleventyDevServer;
}
