import { listLevels } from '~/domain/frameworks/list-levels.server';
import type { Level } from '~/domain/frameworks/types';
import type { Ctx } from '~/platform/context';
import type { LocalDate } from '~/platform/local-date';
import { inForceOn } from '../rules/in-force';
import type { CodeFramework, CodeVersion } from '../types';
import { listConfirmed } from './versions.server';

export type OpenCode = {
  framework: CodeFramework;
  today: LocalDate;
  /** In force today; null before the first version. */
  current: CodeVersion | null;
  /** Confirmed ones, newest first. */
  versions: CodeVersion[];
};

/** Frameworks of levels, each once. */
export function frameworksOf(levels: readonly Level[]): CodeFramework[] {
  const all = new Map(levels.map(({ framework }) => [framework.id, framework]));
  return [...all.values()].map(({ id, slug, name, path, zone }) => ({ id, slug, name, path, zone }));
}

/** The code of every framework, with the versions that were confirmed. */
export async function openCodes(ctx: Ctx): Promise<{ codes: OpenCode[]; levels: Level[] }> {
  const levels = await listLevels(ctx);
  const confirmed = await listConfirmed(ctx.db);
  const codes = frameworksOf(levels).map((framework) => {
    const today = ctx.clock.today(framework.zone);
    const versions = confirmed.filter(({ frameworkId }) => frameworkId === framework.id);
    return { framework, today, versions, current: inForceOn(versions, today) };
  });
  return { codes, levels };
}
