// One publication in a process of its own, which can be killed: its options come as JSON.
import { type PublishOptions, publishSite } from '../../src/engine/publish-site.ts';

const options = JSON.parse(process.argv[2]!) as PublishOptions;
await publishSite({
  ...options,
  onWait: () => {},
  onProgress: () => {},
});
