import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDict, PDFDocument, PDFName, PDFString } from 'pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wordsIn } from '~/domain/credentials/documents/certificate-words';
import { renderCertificate } from '~/domain/credentials/documents/render-certificate.server';
import { signatureWords } from '~/domain/credentials/documents/signature-words';
import { LANGS } from '~/i18n/locales';
import { openPdfSigner, type PdfSigner } from '~/platform/pdf-signing/pdf-signer.server';
import { hasPoppler, infoOf, signaturesOf, textOf } from './poppler';
import { COURSES, sampleSnapshot, VERIFY_URL } from './sample-snapshot';

let folder = '';
let signer: PdfSigner;
let drawn: Uint8Array;
let signed: Uint8Array;

const AT = new Date('2026-11-28T10:00:00Z');
const snapshot = sampleSnapshot({ studied: COURSES });
const words = {
  ...signatureWords(snapshot, 'kk', (lang) => wordsIn(lang)('title')),
  contact: 'https://shihan.example/v/(1)',
  at: AT,
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shihan-signed-'));
  signer = openPdfSigner(folder, 'shihan.example');
  drawn = await renderCertificate({ snapshot, languages: ['kk', 'ja'], verifyUrl: VERIFY_URL });
  signed = (await signer.sign(drawn, words)).bytes;
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const flipped = (at: number) => {
  const bytes = Buffer.from(signed);
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
  return bytes;
};

describe.skipIf(!hasPoppler)('the signed paper, read by poppler', () => {
  it('has a valid signature over the whole document', async () => {
    const said = await signaturesOf(signed);
    expect(said).toContain('Signer Certificate Common Name: shihan.example');
    expect(said).toContain('Signing Time: Nov 28 2026 10:00:00');
    expect(said).toContain('Signing Hash Algorithm: SHA-256');
    expect(said).toContain('Total document signed');
    expect(said).toContain('Signature Validation: Signature is Valid.');
    expect(await signer.faultOf(signed)).toBeNull();
  });

  it('is not valid with one bit changed, at the beginning, in the middle and at the end', async () => {
    for (const at of [12, 5000, signed.length - 40]) {
      expect(await signer.faultOf(flipped(at)), `byte ${at}`).toBe('changed');
    }
    expect(await signaturesOf(flipped(5000))).toContain('Signature Validation: Digest Mismatch.');
  });

  it('says the same as the drawn paper: text, tags, metadata, the mark of PDF/A', async () => {
    expect(await textOf(signed)).toBe(await textOf(drawn));
    expect(await infoOf(signed, '-struct')).toBe(await infoOf(drawn, '-struct'));
    expect(await infoOf(signed, '-meta')).toBe(await infoOf(drawn, '-meta'));
    expect(await infoOf(signed, '-meta')).toMatch(/<pdfaid:part>2<[\s\S]*<pdfaid:conformance>A</);
    const facts = (info: string) => info.replace(/^(File size|Form|Optimized):.*\n/gm, '');
    expect(facts(await infoOf(signed))).toBe(facts(await infoOf(drawn)));
    expect(await infoOf(signed)).toMatch(/Tagged: +yes/);
  });

  it.each(LANGS)('has words for its pictures in the first language (%s)', async (lang) => {
    const paper = await renderCertificate({ snapshot, languages: [lang, 'en'], verifyUrl: VERIFY_URL });
    const document = await PDFDocument.load(paper, { updateMetadata: false });
    const alternatives = document.context.enumerateIndirectObjects().flatMap(([, object]) => {
      const alt = object instanceof PDFDict ? object.lookup(PDFName.of('Alt')) : undefined;
      return alt && 'decodeText' in alt && typeof alt.decodeText === 'function' ? [alt.decodeText()] : [];
    });
    expect(alternatives).toHaveLength(2);
    expect(alternatives.some((text) => text.includes('shihan.example/v/7K3M9QX2VD4PV'))).toBe(true);
    expect(document.catalog.lookup(PDFName.of('Lang'), PDFString).decodeText()).toBe(lang);
  });
});

describe('the signature', () => {
  it('says in letters of every script what was signed and by whom; viewers show the title', async () => {
    const document = await PDFDocument.load(signed, { updateMetadata: false });
    const form = document.catalog.lookup(PDFName.of('AcroForm'), PDFDict);
    const value = document.getForm().getFields()[0]?.acroField.dict.lookup(PDFName.of('V'), PDFDict);
    const text = (key: string) => value?.lookup(PDFName.of(key), PDFString).decodeText();
    expect(text('Reason')).toBe('Куәлік KJF-2026-000117');
    expect(text('Name')).toBe('Қазақстан дзюдо федерациясы');
    expect(text('ContactInfo')).toBe('https://shihan.example/v/(1)');
    expect(String(form.get(PDFName.of('SigFlags')))).toBe('3');
    expect(document.catalog.getViewerPreferences()?.getDisplayDocTitle()).toBe(true);
  });

  it('is missing, cut, added to or of somebody else', async () => {
    expect(await signer.faultOf(drawn)).toBe('unsigned');
    expect(await signer.faultOf(signed.subarray(0, -10))).toBe('changed');
    expect(await signer.faultOf(Buffer.concat([signed, Buffer.from('\n% more')]))).toBe('changed');
    const elsewhere = openPdfSigner(join(folder, 'elsewhere'), 'shihan.example');
    expect(await elsewhere.faultOf(signed)).toBe('other-certificate');
    const both = (await elsewhere.sign(signed, words)).bytes;
    expect(await signer.faultOf(both)).toBe('other-certificate');
  });

  it('stays checkable after a rotation; the new certificate signs', async () => {
    const { id } = await signer.rotate();
    expect(await signer.faultOf(signed)).toBeNull();
    const again = await signer.sign(drawn, words);
    expect(again.certificateId).toBe(id);
    expect(await openPdfSigner(folder, 'shihan.example').faultOf(again.bytes)).toBeNull();
  });
});
