import { createConnection, type Socket } from 'node:net';

export type ScanAnswer = 'clean' | 'infected';

export type ClamdAddress = { host: string; port: number };

/** Bytes that are sent in one piece, and time (ms) in which all of them must be judged. */
const [CHUNK, LIMIT] = [64 * 1024, 30_000];

/** The answer fits into far less; more than this is none. */
const LONGEST_ANSWER = 4_000;

function pieceOf(bytes: Uint8Array): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
}

function send(socket: Socket, bytes: Uint8Array): void {
  socket.write('zINSTREAM\0');
  for (let at = 0; at < bytes.length; at += CHUNK) socket.write(pieceOf(bytes.subarray(at, at + CHUNK)));
  socket.write(pieceOf(new Uint8Array()));
}

function judge(answer: string): ScanAnswer {
  if (/^stream: OK\0?$/.test(answer)) return 'clean';
  if (/^stream: .+ FOUND\0?$/.test(answer)) return 'infected';
  throw new Error(`clamd answers ${JSON.stringify(answer.slice(0, 200))}`);
}

/** Asks clamd over its own protocol (INSTREAM). Throws when it is not there, too slow, or gives no clear answer. */
export async function scanFile({ host, port }: ClamdAddress, bytes: Uint8Array): Promise<ScanAnswer> {
  const answer = await new Promise<string>((resolve, reject) => {
    let text = '';
    const socket = createConnection({ host, port }, () => send(socket, bytes));
    const fail = (error: Error) => {
      socket.destroy();
      reject(error);
    };
    const timer = setTimeout(() => fail(new Error('clamd does not answer in time')), LIMIT);
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1');
      if (text.length > LONGEST_ANSWER) fail(new Error('clamd answers without an end'));
      else if (text.endsWith('\0')) socket.end();
    });
    socket.once('error', fail);
    socket.once('close', () => {
      clearTimeout(timer);
      resolve(text);
    });
  });
  return judge(answer);
}
