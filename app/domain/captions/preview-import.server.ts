import { listAssetFacts } from '~/domain/media/list-asset-facts.server';
import type { Ctx } from '~/platform/context';
import { decodeText } from '~/platform/decode-text';
import { DomainError } from '~/platform/errors';
import { requireWriter } from './data/find-owner.server';
import { insertImport } from './data/imports.server';
import { MOST_BYTES, MOST_IMPORTED, type PreviewImportInput } from './inputs';
import { readCaptions } from './rules/read-captions';

const wrong = (code: `captions.${string}`, params = {}) =>
  new DomainError('invalid', code, { field: 'file', params });

/**
 * Reads a caption file and keeps it until its sender says what to do with it; the captions stay as they are. Errors at
 * the field `file`: too large, no text, no captions, too many of them.
 */
export async function previewImport(ctx: Ctx, input: PreviewImportInput): Promise<{ importId: string }> {
  const { assetId, lang, origin, bytes } = input;
  await requireWriter(ctx, assetId, lang);
  if (bytes.byteLength > MOST_BYTES)
    throw new DomainError('too-large', 'captions.file-too-large', {
      field: 'file',
      params: { megabytes: MOST_BYTES / 1_000_000 },
    });
  const file = decodeText(bytes, input.encoding === 'auto' ? null : input.encoding);
  if (!file) throw wrong('captions.encoding-unknown');
  const [asset] = await listAssetFacts(ctx, [assetId]);
  const { cues } = readCaptions(file.text, asset?.durationMs ?? null);
  if (cues.length === 0) throw wrong('captions.no-cues');
  if (cues.length > MOST_IMPORTED) throw wrong('captions.too-many-cues', { count: MOST_IMPORTED });
  const importId = await insertImport(ctx.db, {
    ...{ assetId, lang, origin },
    fileName: input.fileName.replace(/[\u0000-\u001f\u007f]/g, '').slice(0, 200),
    encoding: file.encoding,
    content: file.text,
    sentBy: ctx.actor?.accountId ?? '',
    sentAt: ctx.clock.now(),
  });
  return { importId };
}
