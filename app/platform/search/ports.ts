import type { Ctx } from '../context';
import type { SearchAudience } from './types';

/** The techniques and terms that a query names, and all their spellings. */
export type Meaning = { names: string[]; techniqueIds: string[]; termIds: string[] };

declare module '~/platform/ports' {
  interface Ports {
    /** Every audience that the actor of `ctx` belongs to; 'public' alone for a visitor. */
    searchAudiences(ctx: Ctx): Promise<SearchAudience[]>;
    /** What a query names beyond doubt, and what it may have meant when nothing else is found. */
    meaningOf(ctx: Ctx, q: string): Promise<{ sure: Meaning; near: Meaning }>;
    /** Each domain's own way to write all it has into the search index. */
    searchSources: readonly ((ctx: Ctx) => Promise<void>)[];
  }
}
