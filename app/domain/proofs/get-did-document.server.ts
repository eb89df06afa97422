import type { Ctx } from '~/platform/context';
import { type DidDocument, didDocument } from './documents/did-document.server';
import { didOf } from './rules/addresses';

/** Who this installation is to software that checks signatures, with every key that it ever had. Public. */
export const getDidDocument = async (ctx: Ctx): Promise<DidDocument> =>
  didDocument(didOf(ctx.config.publicUrl), await ctx.keyring.publishedKeys());
