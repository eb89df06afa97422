import { cardPaper } from './card-paper';
import { CARD_TEMPLATE } from './card-template';
import { cardWordsIn, wordsIn } from './certificate-words';
import { compilePaper } from './compile.server';
import { qrSvg } from './qr-path';
import type { RenderCertificateInput } from './render-certificate.server';
import { sealSvg } from './seal';

/** The licence card as PDF bytes, front and back, with the code of the certificate. Throws as `compilePaper` says. */
export async function renderCard(input: RenderCertificateInput): Promise<Uint8Array> {
  const { snapshot, languages, verifyUrl } = input;
  const paper = cardPaper(snapshot, languages, verifyUrl, cardWordsIn);
  const words = wordsIn(languages[0]);
  const drawings = {
    qr: qrSvg(verifyUrl),
    qrAlt: words('qrAlt', { address: paper.address }),
    seal: sealSvg(),
    sealAlt: words('sealAlt'),
  };
  return compilePaper(CARD_TEMPLATE, { ...paper, ...drawings }, snapshot);
}
