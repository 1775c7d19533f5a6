// A server's name to a connection that speaks SFTP, through the machine's own `ssh`: keys, agent, known hosts and settings are the user's.
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { storeWords } from '../locale/store-words.ts';
import { StoreError, type StoreFailure } from './object-store.ts';
import type { ServerTarget } from './read-target.ts';
import { openSftp, type SftpClient, type SftpEnd } from './sftp-client.ts';

export interface SshConnection {
  readonly client: SftpClient;
  close(): Promise<void>;
}

type Ssh = ChildProcessByStdio<Writable, Readable, Readable>;

/** What the user's own settings may not change, as nobody is there to be asked (`ssh_config(5)`). Times in seconds. */
const SETTINGS = [
  'BatchMode=yes',
  'ClearAllForwardings=yes',
  'ForwardAgent=no',
  'ForwardX11=no',
  'PermitLocalCommand=no',
  'RequestTTY=no',
  'RemoteCommand=none',
  'ConnectTimeout=15',
  'ServerAliveInterval=15',
  'ServerAliveCountMax=3',
];

/** After that a program that should have ended is ended, in ms. */
const FAREWELL = 2_000;

/** Of what `ssh` says, in UTF-16 code units. */
const LONGEST_WORDS = 4_000;
const LONGEST_DETAIL = 200;

/** By what OpenSSH says, in English whatever the language of the machine. */
const FAILURES: readonly (readonly [said: RegExp, failure: StoreFailure])[] = [
  [/permission denied|host key verification failed|identification has changed/i, 'refused'],
  [/too many authentication failures|no matching host key|no supported authentication/i, 'refused'],
  [/could not resolve|connection refused|timed out|timeout, server|no route to host/i, 'unreachable'],
  [/network is unreachable|connection (?:reset|closed)|broken pipe|kex_exchange/i, 'unreachable'],
];

/** Throws a `StoreError` when the server can't be reached, lets nobody in, or has no SFTP. */
export async function connectBySsh({ place, destination, port }: ServerTarget): Promise<SshConnection> {
  const words = [
    ...SETTINGS.flatMap(setting => ['-o', setting]),
    ...(port === undefined ? [] : ['-p', String(port)]),
    ...['-s', '--', destination, 'sftp'],
  ];
  const ssh = spawn('ssh', words, { stdio: ['pipe', 'pipe', 'pipe'], windowsHide: true });
  const ended = endOf(ssh);
  let said = '';
  ssh.stderr.on('data', piece => {
    said = (said + piece).slice(-LONGEST_WORDS);
  });
  const why = async (end: SftpEnd): Promise<Error> => {
    if (end === 'over') return failureOf(place, await ended, said);
    ssh.kill();
    return end === 'silent'
      ? new StoreError('unreachable', place, storeWords.details.late)
      : new StoreError('other', place, storeWords.details.noSftp(end.garbled));
  };
  const client = await openSftp(ssh.stdout, ssh.stdin, why);
  return { client, close: () => end(ssh, client, ended, place) };
}

/** The error of a program that could not be started, or null. */
async function endOf(ssh: Ssh): Promise<Error | null> {
  try {
    await once(ssh, 'close');
    return null;
  } catch (error) {
    return error as Error;
  }
}

async function end(ssh: Ssh, client: SftpClient, ended: Promise<unknown>, place: string): Promise<void> {
  client.fail(new StoreError('other', place, storeWords.details.closed));
  ssh.stdin.end();
  const isOver = await Promise.race([ended.then(() => true), sleep(FAREWELL, false, { ref: false })]);
  if (!isOver) ssh.kill('SIGKILL');
  await ended;
}

function failureOf(place: string, error: Error | null, said: string): StoreError {
  if ((error as NodeJS.ErrnoException | null)?.code === 'ENOENT')
    return new StoreError('other', place, storeWords.details.noSsh);
  if (error) return new StoreError('other', place, error.message);
  const lines = said.split(/[\r\n]+/).filter(line => line.trim() !== '');
  for (const [pattern, failure] of FAILURES) {
    const line = lines.findLast(each => pattern.test(each));
    if (line !== undefined) return new StoreError(failure, place, shortened(line));
  }
  return new StoreError('unreachable', place, shortened(lines.at(-1) ?? storeWords.details.cut));
}

function shortened(line: string): string {
  const words = line.trim();
  return words.length > LONGEST_DETAIL ? `${words.slice(0, LONGEST_DETAIL - 1)}…` : words;
}
