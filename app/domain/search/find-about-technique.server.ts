import type { Ctx } from '~/platform/context';
import { type FoundDocuments, findDocuments } from '~/platform/search/find-documents.server';

/** Texts that refer to a technique, in any language, the first page of them. */
export const findAboutTechnique = (ctx: Ctx, { id }: { id: string }): Promise<FoundDocuments> =>
  findDocuments(ctx, { q: '', techniqueIds: [id] });
