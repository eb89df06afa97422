import { PUBLIC_PAGES, type PublicPage } from '~/web/head/public-pages';
import { filled } from '../web/addresses';
import { type SampleFacts, sampleFacts } from '../web/sample-facts';
import type { Site } from './site';

export type PublicAddress = PublicPage & {
  /** Without language, with the values of the demo. */
  address: string;
};

const filledIn =
  ({ params }: SampleFacts) =>
  (page: PublicPage): PublicAddress => ({ ...page, address: filled(page.path, params) });

/** One address of every public page (head/public-pages), taken from the demo. */
export const publicAddresses = async (site: Site): Promise<PublicAddress[]> =>
  PUBLIC_PAGES.map(filledIn(await sampleFacts(site)));
