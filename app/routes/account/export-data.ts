import { exportPerson } from '~/domain/people/export-person.server';
import { jsonFile } from '~/web/attachment';
import { signedInLoader } from '~/web/handlers.server';

export const loader = signedInLoader(async ({ ctx }) =>
  jsonFile(`shihan-${ctx.clock.today('UTC')}.json`, await exportPerson(ctx)),
);
