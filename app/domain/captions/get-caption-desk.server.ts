import type { LocalizedText } from '~/i18n/content';
import { isLang, LANGS, type Lang } from '~/i18n/locales';
import type { Ctx } from '~/platform/context';
import { findOwner } from './data/find-owner.server';
import { countTracks, type TrackCount } from './data/tracks.server';
import { canWriteCaptions } from './policy';
import { isOffered, stateOf, type TrackState } from './rules/track-state';

export type DeskTrack = {
  lang: Lang;
  state: TrackState;
  isMachine: boolean;
  isOffered: boolean;
  cues: number;
  /** Those that have words. */
  filled: number;
  /** The language it is translated from. */
  sourceLang: Lang | null;
  /** The last decision, also when it holds no more. */
  decision: { act: string; note: string; by: string; at: Date } | null;
  canWrite: boolean;
};

export type CaptionDesk = {
  title: LocalizedText;
  tracks: DeskTrack[];
  /** Languages that the actor may write. */
  writes: Lang[];
};

function decisionOf(row: TrackCount, names: ReadonlyMap<string, string>): DeskTrack['decision'] {
  const { act, note, decidedBy, decidedAt } = row;
  if (act === null || decidedBy === null || decidedAt === null) return null;
  return { act, note: note ?? '', by: names.get(decidedBy) ?? '', at: decidedAt };
}

/** The caption languages of a recording with their states, for those who prepare them. */
export async function getCaptionDesk(ctx: Ctx, { assetId }: { assetId: string }): Promise<CaptionDesk> {
  const owner = await findOwner(ctx, assetId);
  const { title } = owner;
  const rows = await countTracks(ctx.db, assetId);
  const deciders = [...new Set(rows.flatMap(({ decidedBy }) => decidedBy ?? []))];
  const names = deciders.length > 0 ? await ctx.ports.nameAccounts(ctx, deciders) : new Map<string, string>();
  const writes = LANGS.filter((lang) => canWriteCaptions(ctx.actor, owner, lang));
  return {
    title,
    writes,
    tracks: rows.flatMap((row): DeskTrack[] => {
      const { lang, act, decidedRevision, sourceLang, cues, filled } = row;
      if (!isLang(lang)) return [];
      const decision = act === null ? null : { act, revision: decidedRevision ?? 0 };
      return [
        {
          ...{ lang, cues, filled, sourceLang: isLang(sourceLang) ? sourceLang : null },
          state: stateOf({ ...row, decision }),
          isMachine: row.origin === 'machine',
          isOffered: isOffered(row),
          decision: decisionOf(row, names),
          canWrite: writes.includes(lang),
        },
      ];
    }),
  };
}
