import { exportTrack } from '~/domain/captions/export-track.server';
import { exportQuery } from '~/domain/captions/inputs';
import { signedInLoader } from '~/web/handlers.server';
import { assetAt, trackAt } from './captions-at.server';

const TYPES = { vtt: 'text/vtt', srt: 'application/x-subrip' } as const;

/** A language's captions as a file, for those who prepare the recording. */
export const loader = signedInLoader(async (args) => {
  const assetId = await assetAt(args);
  const lang = trackAt(args);
  const { format } = exportQuery.parse({ format: args.url.searchParams.get('format') ?? undefined });
  const file = await exportTrack(args.ctx, { assetId, lang, format });
  const name = `${(args.params.recording ?? '').replace(/[^\w-]/g, '')}.${lang}.${format}`;
  return new Response(file, {
    headers: {
      'Content-Type': `${TYPES[format]}; charset=utf-8`,
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'private, no-store',
    },
  });
});
