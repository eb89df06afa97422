import { exportPerson } from '~/domain/people/export-person.server';
import { jsonFile } from '~/web/attachment';
import { signedInLoader } from '~/web/handlers.server';
import { accountOf } from './account-of.server';

/** For whoever answers somebody's request for all that is held about them. */
export const loader = signedInLoader(async (args) => {
  const accountId = accountOf(args);
  const file = `shihan-${accountId}-${args.ctx.clock.today('UTC')}.json`;
  return jsonFile(file, await exportPerson(args.ctx, { accountId }));
});
