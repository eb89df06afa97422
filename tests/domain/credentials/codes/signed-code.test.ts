import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeBody, codeText, cutToBytes, LONGEST_CODE } from '~/domain/credentials/rules/signed-code';
import { type Keyring, openKeyring } from '~/platform/keyring/keyring.server';
import { readCode } from '~/ui/islands/verify/read-code';

let folder = '';
let keyring: Keyring;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'codes-'));
  keyring = openKeyring(folder);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function code(latinName: string, levelSlug = 'coach-1'): Promise<string> {
  const { id: keyId } = await keyring.signer();
  const dates = { from: '2026-11-23', until: '2028-11-22' };
  const facts = { serial: '7K3M9QX2VD4PV', latinName, levelSlug, ...dates, keyId };
  const body = codeBody({ ...facts, status: [65_535, 131_071] });
  return codeText(body, (await keyring.sign(body)).signature);
}

const isGenuine = async (text: string): Promise<boolean> => {
  const read = readCode(text);
  return read !== null && keyring.verify(read.code.keyId, read.body, read.signature);
};

describe('a signed code', () => {
  it('says who, what and until when, and is signed', async () => {
    const text = await code('Abilkaiyr Kunanbayev');
    expect(readCode(`#${text}`)?.code).toEqual({
      ...{ serial: '7K3M9QX2VD4PV', name: 'Abilkaiyr Kunanbayev', level: 'coach-1' },
      ...{ from: '2026-11-23', until: '2028-11-22', list: 65_535, index: 131_071 },
      keyId: (await keyring.signer()).id,
    });
    expect(await isGenuine(text)).toBe(true);
  });

  it('is at most 300 characters long, with the longest names and levels in any script', async () => {
    const letters = ['M', 'ā', 'Ұ', '郎', '𠮷', 'e\u0301\u0323'];
    for (const letter of letters)
      for (const level of ['x', 'coach-of-children-1', 'l'.repeat(80)]) {
        const text = await code(letter.repeat(120), level);
        expect(text.length).toBeLessThanOrEqual(LONGEST_CODE);
        expect(await isGenuine(text)).toBe(true);
      }
  });

  it('cuts a long name after a whole letter and says so', async () => {
    const name = (text: string) => readCode(text)?.code.name;
    expect(name(await code('M'.repeat(75)))).toBe('M'.repeat(75));
    expect(name(await code('M'.repeat(120)))).toBe(`${'M'.repeat(72)}…`);
    expect(name(await code('M'.repeat(120), 'l'.repeat(80)))).toBe(`${'M'.repeat(39)}…`);
    expect(cutToBytes('𠮷𠮷𠮷', 9)).toBe('𠮷…');
    expect(cutToBytes('ab cdef', 6)).toBe('ab…');
  });

  it('is refused when any one byte of it is changed', async () => {
    const bytes = Buffer.from(await code('Abilkaiyr Kunanbayev'), 'base64url');
    for (let at = 0; at < bytes.length; at += 1) {
      const forged = Buffer.from(bytes);
      forged[at] = (forged[at] ?? 0) ^ 1;
      expect(await isGenuine(forged.toString('base64url')), `byte ${at}`).toBe(false);
    }
  });

  it('reads nothing into texts that no paper has', async () => {
    const whole = await code('Ann');
    const cbor = (hex: string) => Buffer.from(hex, 'hex').toString('base64url');
    const others = ['', '#', 'x', '%00', whole.slice(1), `${whole}AAAA`, 'A'.repeat(5000), cbor('f6')];
    for (const text of [
      ...others,
      cbor('80'),
      cbor('8240a0'),
      cbor('824140'),
      cbor('8241a040'),
      cbor('9bffffffffffffffff'),
    ])
      expect(readCode(text), text).toBeNull();
  });
});
