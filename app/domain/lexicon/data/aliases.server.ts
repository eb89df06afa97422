import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import type { NameKind } from '../inputs';
import { rawKey, soundOf } from '../rules/name-index';
import { loadNameIndex } from './name-index.server';

/** Names that are compared by their sound: two techniques must not share one. */
const SOUNDS: readonly NameKind[] = ['spelling', 'other'];

export type WantedName = { techniqueId: string; text: string; kind: NameKind };

/**
 * Refuses a name that the technique has, or that would also find another technique. Runs inside the write that
 * openForWriting lets through, so that nothing can come between.
 */
export async function requireFreeName(tx: Ctx, { techniqueId, text, kind }: WantedName): Promise<string> {
  const key = rawKey(text);
  if (key === '') throw new DomainError('invalid', 'lexicon.no-letters', { field: 'text' });
  const { index, techniques } = await loadNameIndex(tx);
  const known = await tx.db.techniqueName.findFirst({ where: { rawKey: key, removedAt: null } });
  const sameSound = SOUNDS.includes(kind) ? (index.byKey.get(soundOf(text, index.readings)) ?? []) : [];
  const owners = [
    ...(known ? [known.techniqueId] : []),
    ...[...(index.byRaw.get(key) ?? []), ...sameSound].map(({ entry }) => entry.id),
  ];
  const other = owners.find((id) => id !== techniqueId);
  if (other !== undefined) {
    const name = techniques.get(other)?.names.romaji ?? other;
    throw new DomainError('conflict', 'lexicon.name-of-another', { field: 'text', params: { name } });
  }
  const isOwn = known || (index.byRaw.get(key) ?? []).length > 0;
  if (isOwn) throw new DomainError('conflict', 'lexicon.known-name', { field: 'text' });
  return key;
}
