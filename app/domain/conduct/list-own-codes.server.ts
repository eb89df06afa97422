import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { listAcceptancesOf } from './data/acceptances.server';
import { openCodes } from './data/open-codes.server';
import { loadTexts } from './data/versions.server';
import type { Acceptance, CodeFramework, CodeWords } from './types';

/** A code in force, and what the reader has accepted of it. */
export type OwnCode = {
  framework: CodeFramework;
  current: CodeWords;
  /** When the version in force was accepted; null when it was not. */
  acceptedAt: Date | null;
  /** Earlier versions that were accepted, newest first. */
  earlier: Acceptance[];
};

/** Every code in force as the signed-in person has it. Throws `shell.sign-in-first`. */
export async function listOwnCodes(ctx: Ctx): Promise<OwnCode[]> {
  if (!ctx.actor) throw new DomainError('unauthenticated', 'shell.sign-in-first');
  const { codes } = await openCodes(ctx);
  const current = codes.flatMap((code) => (code.current ? [{ ...code, current: code.current }] : []));
  const texts = await loadTexts(
    ctx.db,
    current.map((code) => code.current.id),
  );
  const accepted = await listAcceptancesOf(ctx.db, ctx.actor.personId);
  return current.flatMap(({ framework, current: version }) => {
    const text = texts.get(version.id);
    const own = accepted.filter(({ frameworkId }) => frameworkId === framework.id);
    const now = own.find(({ versionId }) => versionId === version.id);
    const earlier = own
      .filter(({ versionId }) => versionId !== version.id)
      .map(({ number, acceptedAt }) => ({ number, acceptedAt }));
    return text
      ? [{ framework, current: { ...version, text }, acceptedAt: now?.acceptedAt ?? null, earlier }]
      : [];
  });
}
