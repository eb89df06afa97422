import { createServer, type Socket } from 'node:net';

export type TakenMail = { from: string; to: string; data: string };

export type SmtpFake = {
  url: string;
  mails: TakenMail[];
  refuseNext(times: number): void;
  close(): Promise<void>;
};

/** A loopback SMTP server, strict about the order of commands; refuses mails with 451 when told to. */
export async function smtpFake(): Promise<SmtpFake> {
  const mails: TakenMail[] = [];
  let refusals = 0;
  const server = createServer((socket) => {
    converse(socket, (mail) => {
      if (refusals > 0) {
        refusals -= 1;
        return false;
      }
      mails.push(mail);
      return true;
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The fake has no port');
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    mails,
    refuseNext: (times) => {
      refusals = times;
    },
    close: () => new Promise((closed) => server.close(() => closed())),
  };
}

function converse(socket: Socket, take: (mail: TakenMail) => boolean): void {
  let [buffer, mail, inData] = ['', { from: '', to: '', data: '' }, false];
  const say = (line: string) => socket.write(`${line}\r\n`);
  say('220 fake ESMTP');
  const command = (line: string) => {
    const verb = line.slice(0, 4).toUpperCase();
    if (verb === 'EHLO' || verb === 'HELO') return say('250 fake');
    if (verb === 'MAIL') {
      mail = { from: line.slice(10), to: '', data: '' };
      return say('250 ok');
    }
    if (verb === 'RCPT') {
      if (!mail.from) return say('503 MAIL first');
      mail.to = line.slice(8);
      return say('250 ok');
    }
    if (verb === 'DATA') {
      if (!mail.to) return say('503 RCPT first');
      inData = true;
      return say('354 go on');
    }
    if (verb === 'QUIT') return socket.end('221 bye\r\n');
    return say('500 unknown');
  };
  socket.on('error', () => undefined);
  socket.on('data', (chunk) => {
    buffer += chunk.toString('utf8');
    for (let end = buffer.indexOf('\r\n'); end >= 0; end = buffer.indexOf('\r\n')) {
      const line = buffer.slice(0, end);
      buffer = buffer.slice(end + 2);
      if (!inData) command(line);
      else if (line === '.') {
        inData = false;
        say(take(mail) ? '250 taken' : '451 later, please');
      } else mail.data += `${line}\n`;
    }
  });
}
