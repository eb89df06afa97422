import { exportOwnData } from '~/domain/people/export-own-data.server';
import { signedInLoader } from '~/web/handlers.server';

/** A JSON file, indented so that people can read it. */
export const loader = signedInLoader(async ({ ctx }) => {
  const own = await exportOwnData(ctx);
  return new Response(JSON.stringify(own, null, 2), {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="shihan-${ctx.clock.today('UTC')}.json"`,
      'Cache-Control': 'no-store',
    },
  });
});
