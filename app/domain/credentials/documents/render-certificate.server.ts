import type { Lang } from '~/i18n/locales';
import { printPdf, withoutWords } from '~/platform/print/print-pdf.server';
import type { CredentialSnapshot } from '../types';
import { certificatePaper } from './certificate-paper';
import { CERTIFICATE_TEMPLATE } from './certificate-template';
import { wordsIn } from './certificate-words';
import { frameSvg } from './frame';
import { qrSvg } from './qr-path';
import { sealSvg } from './seal';

export type RenderCertificateInput = {
  snapshot: CredentialSnapshot;
  /** The holder's choice; the first one is the language of the document. */
  languages: readonly [Lang, Lang];
  /** The whole address in the QR code, signed fragment included; the paper prints it without. */
  verifyUrl: string;
};

/** What every paper has, drawn with the first one. */
let drawings: { frame: string; plainFrame: string; seal: string } | undefined;

const drawnOnce = () => {
  drawings ??= { frame: frameSvg(true), plainFrame: frameSvg(false), seal: sealSvg() };
  return drawings;
};

const midnightUtc = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 1000;

/** Sizes of print that are tried in turn; the last one holds every text that a snapshot allows. */
const SCALES = [1, 0.85, 0.7, 0.6];

/** Prints with the first scale at which nothing is lost. */
async function printToFit(data: object, creationTimestamp: number): Promise<Uint8Array> {
  let reason = '';
  for (const scale of SCALES) {
    const printed = await printPdf(CERTIFICATE_TEMPLATE, { ...data, scale }, creationTimestamp);
    if ('pdf' in printed) return printed.pdf;
    reason = printed.fault;
    if (!reason.includes('does-not-fit')) break;
  }
  throw new Error(`The certificate was not rendered: ${withoutWords(reason)}`);
}

/**
 * The certificate as PDF bytes: A4 landscape, an annex page when the courses do not fit. The same
 * input gives the same bytes on the same renderer and fonts. Throws when a letter of the snapshot
 * is in none of the fonts (better no paper than one with a hole in a name).
 */
export async function renderCertificate(input: RenderCertificateInput): Promise<Uint8Array> {
  const { snapshot, languages, verifyUrl } = input;
  const data = {
    ...certificatePaper(snapshot, languages, verifyUrl, wordsIn),
    ...drawnOnce(),
    qr: qrSvg(verifyUrl),
  };
  return printToFit(data, midnightUtc(snapshot.issuedOn));
}
