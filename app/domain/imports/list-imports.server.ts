import { listOrganisations } from '~/domain/people/list-organisations.server';
import type { LocalizedText } from '~/i18n/content';
import { grantsOf } from '~/platform/actor';
import type { Ctx } from '~/platform/context';
import { isId, newId } from '~/platform/ids';
import { listImportsWithin } from './data/imports.server';
import { requireRegistrar } from './data/open-import.server';
import { type Stage, stageOf } from './rules/stage';

export type ListedImport = {
  id: string;
  fileName: string;
  sentAt: Date;
  senderName: string;
  stage: Stage;
  organisation: LocalizedText | null;
};

export type ImportList = {
  rows: ListedImport[];
  next: string | null;
  /** For the form beside the list. */
  submissionKey: string;
};

const PAGE = 30;

/** The imports of the organisations that the registrar reaches, newest first, a page at a time. Throws `imports.not-a-registrar`. */
export async function listImports(ctx: Ctx, { after }: { after: string }): Promise<ImportList> {
  requireRegistrar(ctx);
  const paths = grantsOf(ctx.actor, 'registrar').map(({ path }) => path);
  const found = await listImportsWithin(ctx.db, {
    paths,
    before: isId(after) ? after : null,
    take: PAGE + 1,
  });
  const rows = found.slice(0, PAGE);
  const names = await ctx.ports.nameAccounts(ctx, [...new Set(rows.map(({ sentBy }) => sentBy))]);
  const ids = [...new Set(rows.map(({ organisationId }) => organisationId))];
  const places = new Map((await listOrganisations(ctx, { ids })).map(({ id, name }) => [id, name]));
  return {
    rows: rows.map((row) => ({
      id: row.id,
      fileName: row.fileName,
      sentAt: row.sentAt,
      senderName: names.get(row.sentBy) ?? '',
      stage: stageOf(row),
      organisation: places.get(row.organisationId) ?? null,
    })),
    next: found.length > PAGE ? (rows.at(-1)?.id ?? null) : null,
    submissionKey: newId(),
  };
}
