import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type CertificateWord, certificatePaper } from '~/domain/credentials/documents/certificate-paper';
import {
  CERTIFICATE_TEMPLATE,
  CERTIFICATE_TEMPLATE_VERSION,
} from '~/domain/credentials/documents/certificate-template';
import { frameSvg } from '~/domain/credentials/documents/frame';
import { renderCertificate } from '~/domain/credentials/documents/render-certificate.server';
import { sealSvg } from '~/domain/credentials/documents/seal';
import type { CredentialSnapshot } from '~/domain/credentials/types';
import { authored } from '~/i18n/content';
import { LANGS, type Lang } from '~/i18n/locales';
import { translator } from '~/i18n/translate';
import manifest from '../../../../package.json';
import { COURSES, sampleSnapshot, VERIFY_URL } from './sample-snapshot';

const render = (changes: Partial<CredentialSnapshot> = {}, languages: readonly [Lang, Lang] = ['kk', 'ru']) =>
  renderCertificate({ snapshot: sampleSnapshot(changes), languages, verifyUrl: VERIFY_URL });

/** Papers of the first template have the address without a signed part. */
const BARE_URL = 'https://shihan.example/v/7K3M9QX2VD4PV';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const raw = (bytes: Uint8Array) => Buffer.from(bytes).toString('utf8');
const pages = (bytes: Uint8Array) => raw(bytes).match(/\/Type\s*\/Page\b(?!s)/g)?.length;

describe('bytes', () => {
  it('are the same for the same snapshot, also after other papers', async () => {
    const first = await render();
    await render({ studied: COURSES }, ['ja', 'en']);
    expect(sha256(await render())).toBe(sha256(first));
  });

  it.each([
    ['with an annex', { studied: COURSES }, ['kk', 'ru'], VERIFY_URL, '84699ff9d6172a86432ae377592568fa'],
    ['on one page', {}, ['kk', 'ru'], VERIFY_URL, '6b79a653b59d93307223e89f2c2a0068'],
    ['of the first template', {}, ['ja', 'en'], BARE_URL, '9d8d7b0c083547ea014331f8f7a754b4'],
  ] as const)('are those that were issued: a paper %s', async (_, changes, languages, verifyUrl, hash) => {
    const paper = await renderCertificate({ snapshot: sampleSnapshot(changes), languages, verifyUrl });
    expect(sha256(paper).slice(0, 32)).toBe(hash);
  });

  it('differ when one letter or one day differs', async () => {
    const hashes = await Promise.all([
      render(),
      render({ holder: { display: 'Әбілқайыр Ұлжанұлы Кұнанбаев', latin: 'Abilkaiyr Kunanbayev' } }),
      render({ validUntil: '2028-12-30' }),
      render({ issuedOn: '2026-03-13' }),
      render({}, ['ru', 'kk']),
    ]);
    expect(new Set(hashes.map(sha256)).size).toBe(5);
  });
});

/** A fingerprint for each template version: of everything that makes the paper of an unchanged snapshot. */
const PAPERS: Readonly<Record<number, string>> = {
  1: '93ea2f881516e3d69e5b662d91de18ae9040226e7431539adfed904dae93eb98',
  // The same paper; only its code differs.
  2: '93ea2f881516e3d69e5b662d91de18ae9040226e7431539adfed904dae93eb98',
};

it('changes the paper only together with the number of its template', () => {
  const words = (lang: Lang) => (word: CertificateWord, params?: Readonly<Record<string, string | number>>) =>
    translator(lang)(`credentials:certificate.${word}`, params);
  const papers = LANGS.map((lang) => certificatePaper(sampleSnapshot(), [lang, lang], VERIFY_URL, words));
  const made = [
    CERTIFICATE_TEMPLATE,
    frameSvg(true),
    frameSvg(false),
    sealSvg(),
    papers,
    manifest.dependencies['@myriaddreamin/typst-ts-node-compiler'],
    manifest.dependencies['@expo-google-fonts/noto-serif'],
    manifest.dependencies['@expo-google-fonts/noto-serif-jp'],
    manifest.dependencies.qrcode,
  ];
  expect(sha256(Buffer.from(JSON.stringify(made)))).toBe(PAPERS[CERTIFICATE_TEMPLATE_VERSION]);
});

describe('archive and access', () => {
  it.each(LANGS)('is tagged PDF/A-2a with title, language and date of issue (%s)', async (lang) => {
    const text = raw(await render({}, [lang, 'en']));
    const found = (pattern: RegExp) => pattern.exec(text)?.[1];
    expect({
      part: found(/<pdfaid:part>(\d)</),
      conformance: found(/<pdfaid:conformance>(\w)</),
      title: found(/<dc:title><rdf:Alt><rdf:li xml:lang="x-default">[^ ]+ ([^<]+)</),
      metadataLang: found(/<dc:language><rdf:Bag><rdf:li>(\w+)</),
      lang: found(/\/Type \/Catalog[\s\S]*?\/Lang \((\w+)\)/),
      tagged: found(/\/MarkInfo <<\s*\/Marked (\w+)/),
      created: found(/<xmp:CreateDate>([^<]+)</),
    }).toEqual({
      part: '2',
      conformance: 'A',
      title: 'KJF-2026-000117 · Әбілқайыр Ұлжанұлы Құнанбаев',
      metadataLang: lang,
      lang,
      tagged: 'true',
      created: '2026-03-12T00:00:00Z',
    });
  });

  it('embeds only the fonts of the house', async () => {
    const text = raw(await render({}, ['kk', 'ja']));
    const fonts = new Set([...text.matchAll(/\/FontName\s*\/[A-Z]{6}\+([\w-]+)/g)].map(([, name]) => name));
    for (const font of fonts) expect(font).toMatch(/^NotoSerif(JP)?-/);
    expect(fonts.size).toBeGreaterThanOrEqual(4);
  });
});

describe('pages', () => {
  it('is one page without courses, examination and signatories', async () => {
    expect(pages(await render({ studied: [], practical: null, signatories: [] }))).toBe(1);
  });

  it('is one page with three courses in every pair of languages', async () => {
    for (const a of LANGS) {
      for (const b of LANGS) expect(pages(await render({}, [a, b]))).toBe(1);
    }
  });

  it('moves twelve courses to an annex, sixty to a longer one', async () => {
    expect(pages(await render({ studied: COURSES }))).toBe(2);
    const sixty = Array.from({ length: 5 }, () => COURSES).flat();
    expect(pages(await render({ studied: sixty }, ['kk', 'ja']))).toBeGreaterThan(2);
  });

  it('sets the page smaller rather than losing words at the longest texts allowed', async () => {
    const long = (length: number) => 'Өркендеу үшін еңбектену '.repeat(10).slice(0, length).trim();
    const text = authored('kk', { kk: long(160), ru: `Я ${long(158)}` });
    const signatory = { name: long(120), office: text, organisation: text };
    const bytes = await render({
      holder: { display: long(120), latin: `L ${long(118)}`, other: `O ${long(118)}` },
      practical: { heldOn: '2026-03-05', place: long(160) },
      level: { slug: 'x', rank: 1, name: text },
      framework: { slug: 'x', name: text },
      issuer: text,
      studied: COURSES,
      signatories: [signatory, signatory],
    });
    expect(pages(bytes)).toBe(2);
  });
});

describe('letters', () => {
  it.each(['김 Иван', 'Ann 🥋'])(
    'refuses %s rather than printing a hole, without quoting the name',
    async (display) => {
      const refused = render({ holder: { display, latin: 'Ann' } });
      await expect(refused).rejects.toThrow(/no font has U\+[0-9a-f]+$/);
      await expect(refused).rejects.not.toThrow(/Иван|Ann/);
    },
  );

  it('takes a value for a text and never for markup', async () => {
    const display = '#panic("x") $1$ *b* [c] <d> @e \\ //';
    await expect(
      render({ holder: { display, latin: '{{t}} $t(credentials:certificate.title)' } }),
    ).resolves.toBeTruthy();
  });
});
