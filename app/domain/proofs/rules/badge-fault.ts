import { isDeepStrictEqual } from 'node:util';
import type { IssuedSnapshot } from '~/domain/credentials/types';
import type { Lang } from '~/i18n/locales';
import { type Badge, openBadge, type SignedBadgeDocument } from '../inputs';
import { siteOf } from './addresses';
import { badgeOf } from './badge';

/** The badge that a stored text holds; null when it is none. */
export function readBadge(body: string): SignedBadgeDocument | null {
  try {
    return openBadge.safeParse(JSON.parse(body)).data ?? null;
  } catch {
    return null;
  }
}

/** A country may change its offset after a badge was signed: the local day and time are what was meant. */
const local = (stamp: string): string => stamp.replace(/(Z|[+-]\d\d:\d\d)$/, '');

/** Without the sentences, whose wording follows the messages of the day of signing. */
function facts({ credentialSubject, awardedDate, validFrom, validUntil, ...rest }: Badge) {
  const { achievement, ...subject } = credentialSubject;
  const { criteria: _words, ...named } = achievement;
  const days = [awardedDate, validFrom, validUntil].map(local);
  return { ...rest, days, credentialSubject: { ...subject, achievement: named } };
}

/** Whether a badge says what was issued, for the address at which it was made. */
export function agrees({ proof: _proof, ...badge }: SignedBadgeDocument, issued: IssuedSnapshot, lang: Lang) {
  const site = siteOf(badge.id, issued.serial, lang);
  if (site === null || !URL.canParse(site)) return false;
  return isDeepStrictEqual(facts(badge), facts(badgeOf(issued, { lang, site })));
}
