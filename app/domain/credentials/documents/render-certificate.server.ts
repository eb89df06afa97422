import type { Lang } from '~/i18n/locales';
import type { CredentialSnapshot } from '../types';
import { certificatePaper } from './certificate-paper';
import { CERTIFICATE_TEMPLATE } from './certificate-template';
import { wordsIn } from './certificate-words';
import { compilePaper } from './compile.server';
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

/** The certificate as PDF bytes: A4 landscape, an annex page when the courses do not fit. Throws as `compilePaper` says. */
export async function renderCertificate(input: RenderCertificateInput): Promise<Uint8Array> {
  const { snapshot, languages, verifyUrl } = input;
  const data = {
    ...certificatePaper(snapshot, languages, verifyUrl, wordsIn),
    ...drawnOnce(),
    qr: qrSvg(verifyUrl),
  };
  return compilePaper(CERTIFICATE_TEMPLATE, data, snapshot);
}
