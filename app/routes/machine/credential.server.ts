import { type CredentialAnswer, UNKNOWN_SERIALS, verifyQuery } from '~/domain/credentials/inputs';
import type { VerifiedCredential } from '~/domain/credentials/types';
import { verifyCredential } from '~/domain/credentials/verify-credential.server';
import type { LocalizedText } from '~/i18n/content';
import { LANGS, type Lang } from '~/i18n/locales';
import { DomainError } from '~/platform/errors';
import { countMisses } from '~/web/count-misses.server';
import { sharedContext } from '~/web/shared-context.server';
import type { MachineHandler } from './machine-handler';

function byLanguage(value: LocalizedText): Partial<Record<Lang, string>> {
  const names: Partial<Record<Lang, string>> = {};
  for (const lang of LANGS) {
    const text = value[lang]?.text;
    if (text) names[lang] = text;
  }
  return names;
}

const answerFrom = ({
  status,
  holder,
  level,
  framework,
  ...facts
}: VerifiedCredential): CredentialAnswer => ({
  serial: facts.serial,
  number: facts.number,
  ...status,
  holder: { name: holder.display, latin: holder.latin },
  level: { slug: level.slug, name: byLanguage(level.name) },
  framework: { slug: framework.slug, name: byLanguage(framework.name) },
  valid_from: facts.validFrom,
  valid_until: facts.validUntil,
  awarded_on: facts.awardedOn,
  as_of: facts.asOf.toISOString(),
  on: facts.on,
  known_at: facts.knownAt.toISOString(),
});

/** The answer depends on nobody. */
const visitorOf = sharedContext('verification');

/** `GET /api/v1/credentials/{serial}?on=&known_at=`: the public answer about a document, for programs of anybody. */
export const credential: MachineHandler = async (req, res, services) => {
  res.set({
    'Access-Control-Allow-Origin': '*',
    'Cross-Origin-Resource-Policy': 'cross-origin',
    'Cache-Control': 'no-store',
  });
  const query = verifyQuery.safeParse(req.query);
  if (!query.success) throw new DomainError('invalid', 'credentials.bad-query');
  const { on, known_at: knownAt } = query.data;
  const found = await countMisses(services.limits, UNKNOWN_SERIALS, req.ip ?? '', () =>
    verifyCredential(visitorOf(services), {
      serial: req.params.serial ?? '',
      ...(on === undefined ? {} : { on }),
      ...(knownAt === undefined ? {} : { knownAt: new Date(knownAt) }),
    }),
  );
  if (!found) throw new DomainError('not-found', 'credentials.unknown-serial');
  const body = JSON.stringify(answerFrom(found));
  const length = Buffer.byteLength(body);
  res.writeHead(200, { 'Content-Type': 'application/json; charset=utf-8', 'Content-Length': length });
  res.end(body);
};
