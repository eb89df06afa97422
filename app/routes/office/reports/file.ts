import { exportReport } from '~/domain/reports/export-report.server';
import { reportFileSchema } from '~/domain/reports/inputs';
import { attachmentHeaders } from '~/web/attachment';
import { signedInLoader } from '~/web/handlers.server';
import { refusedFile } from '~/web/refused-file';
import { countUse } from './limits';

/** A report or a part of it as PDF or XLSX. */
export const loader = signedInLoader(async (args) => {
  const { ctx, params, url, t } = args;
  try {
    await countUse(args, 'files');
    const asked = reportFileSchema.parse({
      place: url.searchParams.get('place') ?? '',
      format: url.searchParams.get('format') ?? undefined,
      languages: url.searchParams.get('languages') ?? undefined,
    });
    const { name, type, bytes } = await exportReport(ctx, { ...asked, reportId: params.report ?? '' });
    return new Response(bytes, { headers: attachmentHeaders(name, type, bytes.byteLength) });
  } catch (error) {
    return refusedFile(error, t);
  }
});
