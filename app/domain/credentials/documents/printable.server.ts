import type { Lang } from '~/i18n/locales';
import { DomainError } from '~/platform/errors';
import { unprintableIn } from '~/platform/print/fonts.server';
import type { CredentialSnapshot } from '../types';
import { certificatePaper } from './certificate-paper';
import { wordsIn } from './certificate-words';

const named = (letter: string): string =>
  `${letter} (U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')})`;

/**
 * Throws `credentials.letters-not-printable`, with the letters, when the paper of this snapshot would need a letter that its
 * fonts do not have: better no award today than one whose paper is never drawn.
 */
export async function requirePrintable(
  snapshot: CredentialSnapshot,
  languages: readonly [Lang, Lang],
): Promise<void> {
  const paper = certificatePaper(snapshot, languages, '', wordsIn);
  const letters = await unprintableIn(JSON.stringify(paper));
  if (letters.length === 0) return;
  const params = { letters: letters.slice(0, 5).map(named).join(', ') };
  throw new DomainError('conflict', 'credentials.letters-not-printable', { params });
}
