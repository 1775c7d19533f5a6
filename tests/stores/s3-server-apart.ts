// The small store that speaks S3, in a thread of its own: for who sleeps until it answers.
import { once } from 'node:events';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { type S3Server, type S3ServerOptions, type StoredBytes, startS3Server } from './s3-server.ts';

export interface ServerApart extends Pick<S3Server, 'url' | 'keys' | 'bucket'> {
  objects(): Promise<ReadonlyMap<string, StoredBytes>>;
  set(key: string, object: StoredBytes): Promise<void>;
  delete(key: string): Promise<void>;
  /** Keys of objects that were asked for so far, in order. */
  reads(): Promise<readonly string[]>;
  close(): Promise<void>;
}

export interface ApartOptions extends Omit<S3ServerOptions, 'fault'> {
  /** One request in as many is asked to slow down. */
  readonly throttled?: number;
}

type Order =
  | { readonly order: 'objects' | 'reads' }
  | { readonly order: 'set'; readonly key: string; readonly object: StoredBytes }
  | { readonly order: 'delete'; readonly key: string };

export async function startServerApart(options: ApartOptions): Promise<ServerApart> {
  const thread = new Worker(new URL(import.meta.url), { workerData: options });
  const next = async (): Promise<unknown> => (await once(thread, 'message'))[0];
  const place = (await next()) as Pick<S3Server, 'url' | 'keys' | 'bucket'>;
  const ask = async (order: Order): Promise<unknown> => {
    thread.postMessage(order);
    return next();
  };
  return {
    ...place,
    objects: async () => (await ask({ order: 'objects' })) as ReadonlyMap<string, StoredBytes>,
    reads: async () => (await ask({ order: 'reads' })) as readonly string[],
    async set(key, object) {
      await ask({ order: 'set', key, object });
    },
    async delete(key) {
      await ask({ order: 'delete', key });
    },
    async close() {
      await thread.terminate();
    },
  };
}

async function serve({ throttled, ...options }: ApartOptions): Promise<void> {
  const server = await startS3Server({
    ...options,
    fault: ({ before }) =>
      throttled !== undefined && before % throttled === throttled - 1
        ? { status: 503, code: 'SlowDown' }
        : null,
  });
  const obey = (order: Order): unknown => {
    switch (order.order) {
      case 'objects':
        return server.objects;
      case 'reads':
        return server.requests.filter(({ method }) => method === 'GET').map(({ key }) => key);
      case 'set':
        server.objects.set(order.key, { ...order.object, bytes: Buffer.from(order.object.bytes) });
        return null;
      case 'delete':
        server.objects.delete(order.key);
        return null;
    }
  };
  parentPort!.on('message', (order: Order) => parentPort!.postMessage(obey(order)));
  const { url, keys, bucket } = server;
  parentPort!.postMessage({ url, keys, bucket });
}

if (!isMainThread && parentPort) await serve(workerData as ApartOptions);
