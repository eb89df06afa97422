import { LANGS, type Lang } from '~/i18n/locales';

/** The two languages of a certificate: the holder's choice, filled up from the order of the product. */
export function paperLanguages(chosen: readonly Lang[]): [Lang, Lang] {
  const [first = 'kk', second = 'ru'] = [...new Set([...chosen, ...LANGS])];
  return [first, second];
}
