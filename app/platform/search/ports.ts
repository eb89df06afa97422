import type { Ctx } from '../context';
import type { SearchAudience } from './types';

declare module '~/platform/ports' {
  interface Ports {
    /** Every audience that the actor of `ctx` belongs to; 'public' alone for a visitor. */
    searchAudiences(ctx: Ctx): Promise<SearchAudience[]>;
    /** Each domain's own way to write all it has into the search index. */
    searchSources: readonly ((ctx: Ctx) => Promise<void>)[];
  }
}
