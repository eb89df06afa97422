import { data } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { UNKNOWN_SERIALS, verifyQuery } from '~/domain/credentials/inputs';
import type { VerifiedCredential } from '~/domain/credentials/types';
import { verifyCredential } from '~/domain/credentials/verify-credential.server';
import { type BadgeAddresses, listBadges } from '~/domain/proofs/list-badges.server';
import { useT } from '~/ui/kit/use-t';
import { CodeCheck } from '~/ui/proofs/code-check';
import { Page } from '~/ui/shell/page';
import { countMisses } from '~/web/count-misses.server';
import { publicLoader } from '~/web/handlers.server';
import { pageMeta } from '~/web/meta';
import { KnownDocument } from './known-document';
import { UnknownSerial } from './unknown-serial';

type Answer = {
  /** Null: there is no such document. */
  found: VerifiedCredential | null;
  typed: string;
  /** The day that was asked about; null for today. */
  day: string | null;
  publicUrl: string;
  badges: BadgeAddresses | null;
};

export const loader = publicLoader(async ({ ctx, params, url, page }) => {
  const typed = (params.serial ?? '').slice(0, 64).toWellFormed();
  const asked = verifyQuery.shape.on.safeParse(url.searchParams.get('on') ?? undefined);
  const day = (asked.success && asked.data) || null;
  const { limits } = page.services;
  const found = await countMisses(limits, UNKNOWN_SERIALS, page.address, () =>
    verifyCredential(ctx, {
      withHistory: true,
      serial: params.serial ?? '',
      ...(day === null ? {} : { on: day }),
    }),
  );
  const badges = found && (await listBadges(ctx, { serial: found.serial }));
  const answer: Answer = { found, typed, day, publicUrl: ctx.config.publicUrl, badges };
  return data(answer, { status: found ? 200 : 404 });
});

/** The code in the address stays in the browser and is checked there. */
export const handle = { script: true };

export const headers = () => ({ 'Cache-Control': 'no-store' });

export const meta = pageMeta((answer: Answer, t) => ({
  title: t(`credentials:answer.${answer.found?.status.status ?? 'unknown'}`),
  noindex: true,
}));

export default function VerifyAnswer() {
  const { found, typed, day, publicUrl, badges } = useLoaderData<typeof loader>();
  const { t } = useT();
  return (
    <Page bare width="text" title={t('credentials:verify.title')}>
      {found ? (
        <KnownDocument document={found} day={day} publicUrl={publicUrl} badges={badges} />
      ) : (
        <UnknownSerial typed={typed} />
      )}
      <CodeCheck isAnswered />
    </Page>
  );
}
