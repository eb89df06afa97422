import type { LocalizedText } from '~/i18n/content';
import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { type OpenCode, openCodes } from './data/open-codes.server';
import { loadTexts } from './data/versions.server';
import type { CodeVersion } from './types';

/** The code of one federation as everybody may read it. */
export type PublicCode = OpenCode & {
  /** The version whose words are shown: the one in force, or the one asked for; null before the first. */
  shown: (CodeVersion & { text: LocalizedText }) | null;
};

/**
 * The codes of all federations that have published one, with the version in force today or, by its number, another one.
 * Public. Throws `conduct.version-not-found` where no federation has a version of the number.
 */
export async function listCodes(ctx: Ctx, { number }: { number: number | null }): Promise<PublicCode[]> {
  const published = (await openCodes(ctx)).codes.filter(({ versions }) => versions.length > 0);
  const chosen = published.flatMap((code) => {
    const version = number === null ? code.current : code.versions.find((each) => each.number === number);
    return number !== null && !version ? [] : [{ ...code, version: version ?? null }];
  });
  if (number !== null && chosen.length === 0) throw new DomainError('not-found', 'conduct.version-not-found');
  const texts = await loadTexts(
    ctx.db,
    chosen.flatMap(({ version }) => (version ? [version.id] : [])),
  );
  return chosen.map(({ version, ...code }) => {
    const text = version && texts.get(version.id);
    return { ...code, shown: version && text ? { ...version, text } : null };
  });
}
