import { isRegistrar, scopeOf } from '~/domain/licensing/policy';
import type { Actor } from '~/platform/actor';
import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import type { LocalDate } from '~/platform/local-date';
import { readCursor, writeCursor } from '~/platform/moment-cursor';
import { countAcceptances } from './data/holder-counts.server';
import { type OpenCode, openCodes } from './data/open-codes.server';
import { findLast, findVersionPage } from './data/versions.server';
import { mayPublish } from './policy';
import { versionState } from './rules/in-force';
import type { CodeFramework, CodeVersion, VersionRecord, VersionState } from './types';

export type ListedVersion = VersionRecord & {
  framework: CodeFramework;
  state: VersionState;
  proposerName: string;
  deciderName: string;
  mayDecide: boolean;
  /** The reader proposed it: it can only be taken back. */
  isOwn: boolean;
};

export type OfficeCode = {
  framework: CodeFramework;
  today: LocalDate;
  current: CodeVersion | null;
  /** Of the holders of licences today whom the reader reaches, how many accepted the version in force; null without one. */
  count: { holders: number; accepted: number } | null;
  mayPropose: boolean;
  /** What a new version begins with. */
  last: Pick<VersionRecord, 'number' | 'text'> | null;
};

export type VersionList = { codes: OfficeCode[]; rows: ListedVersion[]; next: string | null };

const PAGE = 20;

/** All versions for the office, what was proposed last first, and how many have accepted. Throws `conduct.not-a-registrar`. */
export async function listVersions(ctx: Ctx, { after }: { after: string }): Promise<VersionList> {
  const { actor } = ctx;
  if (!actor || !isRegistrar(actor)) throw new DomainError('forbidden', 'conduct.not-a-registrar');
  const { codes, levels } = await openCodes(ctx);
  const found = await findVersionPage(ctx.db, readCursor(after), PAGE + 1);
  const shown = found.slice(0, PAGE);
  const people = shown.flatMap(({ proposedBy, decidedBy }) => [
    proposedBy,
    ...(decidedBy ? [decidedBy] : []),
  ]);
  const names = await ctx.ports.nameAccounts(ctx, [...new Set(people)]);
  const counted = codes.flatMap(({ current, framework, today }) => {
    const levelIds = levels.filter((each) => each.framework.id === framework.id).map(({ id }) => id);
    return current ? [{ versionId: current.id, levelIds, today }] : [];
  });
  const counts = await countAcceptances(ctx.db, counted, scopeOf(actor, levels));
  const offices: OfficeCode[] = [];
  for (const { framework, today, current } of codes) {
    const mayPropose = mayPublish(actor, framework.path);
    const { holders = 0, accepted = 0 } = counts.find(({ versionId }) => versionId === current?.id) ?? {};
    const last = mayPropose ? await findLast(ctx.db, framework.id) : null;
    offices.push({ framework, today, current, count: current && { holders, accepted }, mayPropose, last });
  }
  const end = shown.at(-1);
  return {
    codes: offices,
    rows: shown.flatMap((version) => listed(version, { codes, names, actor })),
    next: found.length > PAGE && end ? writeCursor({ at: end.proposedAt, id: end.id }) : null,
  };
}

type Reading = { codes: readonly OpenCode[]; names: ReadonlyMap<string, string>; actor: Actor };

function listed(version: VersionRecord, { codes, names, actor }: Reading): ListedVersion[] {
  const code = codes.find(({ framework }) => framework.id === version.frameworkId);
  if (!code) return [];
  const { framework, current, today } = code;
  return [
    {
      ...version,
      framework,
      state: versionState(version, { current: current?.id ?? null, today }),
      proposerName: names.get(version.proposedBy) ?? '',
      deciderName: (version.decidedBy && names.get(version.decidedBy)) ?? '',
      mayDecide: version.outcome === null && mayPublish(actor, framework.path),
      isOwn: version.proposedBy === actor.accountId,
    },
  ];
}
