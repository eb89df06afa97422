import type { IssuedSnapshot } from '~/domain/credentials/types';
import { plainText } from '~/i18n/content';
import { formatters } from '~/i18n/format';
import { LANGS, type Lang } from '~/i18n/locales';
import { translator } from '~/i18n/translate';
import { type Badge, OB_CONTEXT, PURPOSES, type Purpose, VC_CONTEXT } from '../inputs';
import { badgeAddress, didOf, statusListAddress } from './addresses';
import { firstSecond, lastSecond } from './moments';

function achievement({ serial, snapshot }: IssuedSnapshot, lang: Lang, site: string) {
  const { level, framework, issuedOn } = snapshot;
  const idIn = (one: Lang) => `${badgeAddress(site, serial, one)}#achievement`;
  return {
    id: idIn(lang),
    type: ['Achievement'],
    achievementType: 'Certification',
    inLanguage: lang,
    name: plainText(level.name, lang),
    description: `${plainText(framework.name, lang)} · ${plainText(level.name, lang)}`,
    humanCode: `${framework.slug}/${level.slug}`,
    criteria: { narrative: translator(lang)('proofs:badge.met', { date: formatters(lang).date(issuedOn) }) },
    related: LANGS.filter((one) => one !== lang).map((one) => ({
      id: idIn(one),
      type: ['Related'],
      inLanguage: one,
    })),
  } satisfies Badge['credentialSubject']['achievement'];
}

const nameOf = (identityHash: string) =>
  ({ type: 'IdentityObject', hashed: false, identityHash, identityType: 'name' }) as const;

/** The badge of a document in one language, unsigned, for the installation at the public address `site`. */
export function badgeOf(issued: IssuedSnapshot, { lang, site }: { lang: Lang; site: string }): Badge {
  const { serial, snapshot, zone, place } = issued;
  const { holder, level, issuer, number, awardedOn, validFrom, validUntil } = snapshot;
  const entry = <P extends Purpose>(statusPurpose: P) => {
    const list = statusListAddress(site, place.listNo, statusPurpose);
    const index = String(place.index);
    return {
      id: `${list}#${index}`,
      type: 'BitstringStatusListEntry',
      statusPurpose,
      statusListIndex: index,
      statusListCredential: list,
    } as const;
  };
  return {
    '@context': [VC_CONTEXT, OB_CONTEXT],
    id: badgeAddress(site, serial, lang),
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    issuer: { id: didOf(site), type: ['Profile'], name: plainText(issuer, lang), url: site },
    name: plainText(level.name, lang),
    awardedDate: firstSecond(awardedOn, zone),
    validFrom: firstSecond(validFrom, zone),
    validUntil: lastSecond(validUntil, zone),
    credentialSubject: {
      type: ['AchievementSubject'],
      identifier: [...new Set([holder.display, holder.latin])].map(nameOf),
      licenseNumber: number,
      achievement: achievement(issued, lang, site),
    },
    credentialStatus: [entry(PURPOSES[0]), entry(PURPOSES[1])],
  };
}
