import { worksOnCaptions } from '~/domain/captions/policy';
import { findOwnRecording } from '~/domain/recordings/find-own-recording.server';
import { isLang, type Lang } from '~/i18n/locales';
import { DomainError } from '~/platform/errors';
import type { LoadArgs } from '~/web/handlers.server';
import { pagePath } from '~/web/paths';

/** Pages of one recording's captions, without language. */
export const captionsPath = (recording: string, rest = ''): string =>
  `/studio/recordings/${encodeURIComponent(recording)}/captions${rest}`;

/** The asset of the recording that the address names; for those who prepare captions, before anything is looked up. */
export async function assetAt({ ctx, params }: LoadArgs): Promise<string> {
  if (!worksOnCaptions(ctx.actor)) throw new DomainError('forbidden', 'captions.cannot-write');
  const found = await findOwnRecording(ctx, { slug: params.recording ?? '' });
  if (!found) throw new DomainError('not-found', 'captions.no-such-recording');
  return found.assetId;
}

/** The language of captions that the address names. */
export function trackAt({ params }: LoadArgs): Lang {
  if (!isLang(params.track)) throw new DomainError('not-found', 'captions.no-such-track');
  return params.track;
}

/** The address of one of these pages in the reader's language. */
export const captionsHref = ({ ctx, params }: LoadArgs, rest = ''): string =>
  pagePath(ctx.lang, captionsPath(params.recording ?? '', rest));
