import { issueCredentials } from '~/domain/credentials/issue-credentials.server';
import { listDocuments } from '~/domain/credentials/list-documents.server';
import { searchAwards } from '~/domain/credentials/search-awards.server';
import { findPapers } from '~/domain/imports/find-papers.server';
import type { Ports } from '~/platform/ports';

/** What licensing asks of credentials. */
export const credentialsPorts: Pick<Ports, 'issueCredentials' | 'documentsOf' | 'awardsNumbered'> = {
  issueCredentials,
  documentsOf: (ctx, qualificationIds) => listDocuments(ctx, { qualificationIds }),
  awardsNumbered: async (ctx, text) => [
    ...(await searchAwards(ctx, { text })),
    ...(await findPapers(ctx, { number: text })).map(({ qualificationId }) => qualificationId),
  ],
};
