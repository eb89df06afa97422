import { printPdf, withoutWords } from '~/platform/print/print-pdf.server';

const midnightUtc = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 1000;

/** Sizes of print that are tried in turn; the last one holds every text that a snapshot allows. */
const SCALES = [1, 0.85, 0.7, 0.6, 0.5, 0.42];

/**
 * A paper as PDF bytes, printed with the first scale at which nothing is lost; the template refuses with `does-not-fit`
 * what it has no room for. The same input gives the same bytes on the same renderer and fonts. Throws when a letter is in
 * none of the fonts (better no paper than one with a hole in a name).
 */
export async function compilePaper(
  template: string,
  data: object,
  { issuedOn }: { issuedOn: string },
): Promise<Uint8Array> {
  let reason = '';
  for (const scale of SCALES) {
    const printed = await printPdf(template, { ...data, scale }, midnightUtc(issuedOn));
    if ('pdf' in printed) return printed.pdf;
    reason = printed.fault;
    if (!reason.includes('does-not-fit')) break;
  }
  throw new Error(`The certificate was not rendered: ${withoutWords(reason)}`);
}
