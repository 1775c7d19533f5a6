// What we use of Eleventy's development server, which comes without types.
declare module '@11ty/eleventy-dev-server' {
  interface Server {
    serve(port: number): void;
    ready(): Promise<void>;
    reload(event: object): void;
  }
  const EleventyDevServer: {
    getServer(name: string, dir: string, options: { domDiff: boolean; messageOnStart: () => string }): Server;
  };
  export default EleventyDevServer;
}
