// Debian's `sshd` on loopback, as the present user, with keys that are made for one test; and `ssh` that knows them.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { connect } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../free-port.ts';

/** Where systems have it; it is not on everybody's path, and wants to be called by its whole one. */
const SSHD = '/usr/sbin/sshd';

export interface SshServer {
  readonly user: string;
  readonly port: number;
  /** A folder of this machine for what is put there, and for all else. */
  readonly folder: string;
  /** The beginning of what the server wrote down. */
  log(): string;
  /** Ends every connection, as a cut line does, and takes new ones. */
  cut(): void;
  close(): Promise<void>;
}

export interface SshServerOptions {
  /** Whether the server knows the user's key. */
  readonly lets?: boolean;
  /** Whether the user knows the server's. */
  readonly known?: boolean;
  /** What the server starts for SFTP; its own, usually. */
  readonly subsystem?: string;
}

/** The reason why no server can be started here, or false; in CI always false. */
export function sshMissing(): string | false {
  if (process.env.CI) return false;
  return !(existsSync(SSHD) && isOnPath('ssh-keygen')) && 'openssh-server is not installed';
}

function isOnPath(program: string): boolean {
  return (process.env.PATH ?? '').split(delimiter).some(folder => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** `ssh` of this process, and of those that it starts, is one that knows the keys, until the server is closed. */
export async function startSshServer({
  lets = true,
  known = true,
  subsystem = 'internal-sftp',
}: SshServerOptions = {}): Promise<SshServer> {
  const folder = mkdtempSync(join(tmpdir(), 'quotidien-ssh-'));
  const at = (name: string): string => join(folder, name);
  const port = await freePort();
  for (const name of ['host', 'user']) {
    const made = spawnSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', at(name)]);
    if (made.status !== 0) throw new Error(`ssh-keygen: ${made.stderr}`, { cause: made.error });
  }
  const publicKey = (name: string): string =>
    spawnSync('ssh-keygen', ['-y', '-f', at(name)]).stdout.toString();
  writeFileSync(at('authorized'), lets ? publicKey('user') : '');
  writeFileSync(at('known'), known ? `[127.0.0.1]:${port} ${publicKey('host')}` : '');
  writeFileSync(
    at('sshd_config'),
    [
      `Port ${port}`,
      'ListenAddress 127.0.0.1',
      `HostKey ${at('host')}`,
      `AuthorizedKeysFile ${at('authorized')}`,
      'PidFile none',
      'StrictModes no',
      'UsePAM no',
      'PasswordAuthentication no',
      'KbdInteractiveAuthentication no',
      'PermitRootLogin yes',
      'MaxStartups 100',
      `Subsystem sftp ${subsystem}`,
    ].join('\n'),
  );
  writeFileSync(
    at('ssh_config'),
    [
      `IdentityFile ${at('user')}`,
      'IdentitiesOnly yes',
      'IdentityAgent none',
      `UserKnownHostsFile ${at('known')}`,
      'GlobalKnownHostsFile none',
    ].join('\n'),
  );
  const real = spawnSync('sh', ['-c', 'command -v ssh']).stdout.toString().trim();
  mkdirSync(at('bin'));
  writeFileSync(at('bin/ssh'), `#!/bin/sh\nexec ${real} -F ${at('ssh_config')} "$@"\n`);
  chmodSync(at('bin/ssh'), 0o755);
  const pathBefore = process.env.PATH;
  process.env.PATH = `${at('bin')}${delimiter}${pathBefore}`;
  // Its own folder for those whose rights it gives up, which the system's service makes when it starts.
  if (process.getuid?.() === 0) mkdirSync('/run/sshd', { recursive: true });
  const sshd = spawn(SSHD, ['-D', '-e', '-f', at('sshd_config')], { stdio: ['ignore', 'ignore', 'pipe'] });
  let log = '';
  sshd.stderr.on('data', piece => {
    log += piece;
  });
  await answers(port, sshd, () => log);
  return {
    user: userInfo().username,
    port,
    folder,
    log: () => log,
    cut() {
      for (const child of childrenOf(sshd.pid!)) process.kill(child);
    },
    async close() {
      process.env.PATH = pathBefore;
      const ended = once(sshd, 'exit');
      sshd.kill();
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Each connection has a process of its own, which the server started. */
function childrenOf(parent: number): readonly number[] {
  const children = spawnSync('ps', ['-o', 'pid=', '--ppid', String(parent)]).stdout.toString();
  return children
    .split('\n')
    .filter(line => line.trim() !== '')
    .map(Number);
}

async function answers(port: number, sshd: ChildProcess, log: () => string): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (sshd.exitCode !== null) throw new Error(`sshd ended: ${log()}`);
    const socket = connect(port, '127.0.0.1');
    try {
      await once(socket, 'connect');
      return;
    } catch {
      await sleep(25);
    } finally {
      socket.destroy();
    }
  }
  throw new Error(`sshd does not answer: ${log()}`);
}
