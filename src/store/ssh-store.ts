// A folder of a server as a store, by SSH.
import { filesStore } from './files-store.ts';
import type { ObjectStore } from './object-store.ts';
import type { ServerTarget } from './read-target.ts';
import { sftpFiles } from './sftp-files.ts';
import { connectBySsh, type SshConnection } from './ssh-connection.ts';

/** They share one connection: while one waits for its answer the line carries others. */
const AT_ONCE = 200;

/** Headers are not kept: the server's own configuration has to say them. Nothing is tried again: once the connection is lost, so is the store. */
export function openSshStore(target: ServerTarget): ObjectStore {
  let connection: Promise<SshConnection> | null = null;
  const connect = async () => {
    connection ??= connectBySsh(target);
    return (await connection).client;
  };
  const close = async (): Promise<void> => {
    // One that could not be opened has nothing to be closed.
    const open = await connection?.catch(() => null);
    await open?.close();
  };
  const access = sftpFiles(target.place, target.path, connect, close);
  return filesStore({ place: target.place, access, atOnce: AT_ONCE });
}
