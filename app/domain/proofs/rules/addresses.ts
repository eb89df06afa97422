import type { Lang } from '~/i18n/locales';
import { PURPOSES, type Purpose } from '../inputs';

/** The identifier of an installation: did:web of the host and path of its public address, a port as %3A. */
export function didOf(publicUrl: string): string {
  const { host, pathname } = new URL(publicUrl);
  const path = pathname.split('/').filter(Boolean);
  return ['did:web', host.replace(':', '%3A'), ...path].join(':');
}

/** What comes after the public address. */
const badgePath = (serial: string, lang: Lang) => `/api/v1/credentials/${serial}/badge?lang=${lang}`;

export const badgeAddress = (publicUrl: string, serial: string, lang: Lang): string =>
  publicUrl + badgePath(serial, lang);

/** The public address under which a badge was made; null when `address` is not that of this badge. */
export function siteOf(address: string, serial: string, lang: Lang): string | null {
  const path = badgePath(serial, lang);
  return address.endsWith(path) ? address.slice(0, -path.length) : null;
}

export const statusListAddress = (publicUrl: string, listNo: number, purpose: Purpose): string =>
  `${publicUrl}/api/v1/status-lists/${listNo}-${purpose}`;

/** `1-revocation`; null for anything else. */
export function readListId(id: string): { listNo: number; purpose: Purpose } | null {
  const [, no, word] = /^([1-9]\d{0,5})-([a-z]+)$/.exec(id) ?? [];
  const purpose = PURPOSES.find((one) => one === word);
  return purpose ? { listNo: Number(no), purpose } : null;
}
