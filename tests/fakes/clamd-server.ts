import { createServer, type Socket } from 'node:net';

export type ClamdFake = {
  /** Such as 'tcp://127.0.0.1:3310'. */
  url: string;
  /** Bytes of each stream that was judged. */
  judged: number[];
  /** Every following question is answered so; null: properly. */
  answerWith(words: string | null): void;
  close(): Promise<void>;
};

/** The harmless text that every virus scanner reports. */
export const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}', '$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

/** A loopback clamd that speaks zINSTREAM alone and is strict about it. */
export async function clamdFake(): Promise<ClamdFake> {
  const judged: number[] = [];
  let fixed: string | null = null;
  const server = createServer((socket) => {
    converse(socket, (content) => {
      judged.push(content.length);
      if (fixed !== null) return fixed;
      return content.includes(EICAR) ? 'stream: Eicar-Signature FOUND' : 'stream: OK';
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The fake has no port');
  return {
    url: `tcp://127.0.0.1:${address.port}`,
    judged,
    answerWith: (words) => {
      fixed = words;
    },
    close: () => new Promise((closed) => server.close(() => closed())),
  };
}

const COMMAND = 'zINSTREAM\0';

/** The content between the command and the empty piece; null while more is to come. Throws for anything else. */
function streamOf(buffer: Buffer): Buffer | null {
  if (buffer.length < COMMAND.length) return null;
  if (buffer.subarray(0, COMMAND.length).toString('latin1') !== COMMAND) throw new Error('UNKNOWN COMMAND');
  const parts: Buffer[] = [];
  for (let at = COMMAND.length; at + 4 <= buffer.length; ) {
    const length = buffer.readUInt32BE(at);
    if (length === 0) return Buffer.concat(parts);
    if (at + 4 + length > buffer.length) return null;
    parts.push(buffer.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return null;
}

function converse(socket: Socket, judge: (content: Buffer) => string): void {
  let buffer = Buffer.alloc(0);
  socket.on('error', () => undefined);
  socket.on('data', (chunk) => {
    buffer = Buffer.concat([buffer, chunk]);
    try {
      const content = streamOf(buffer);
      if (content) socket.end(`${judge(content)}\0`);
    } catch (error) {
      socket.end(`${error instanceof Error ? error.message : 'ERROR'}\0`);
    }
  });
}
