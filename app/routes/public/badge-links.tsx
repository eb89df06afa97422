import type { BadgeAddresses } from '~/domain/proofs/list-badges.server';
import { LANG_NAMES } from '~/i18n/locales';
import { useT } from '~/ui/kit/use-t';

/** The badges of a document to take away, and where software finds keys and status. */
export function BadgeLinks({ number, badges, lists, did }: BadgeAddresses & { number: string }) {
  const { t } = useT();
  return (
    <>
      <p>{t('proofs:badge.lead')}</p>
      <p className="row">
        {badges.map(({ lang, address }) => (
          <a
            key={lang}
            className="link target"
            href={address}
            download={`${number}-${lang}.json`}
            lang={lang}
          >
            {LANG_NAMES[lang].own}
          </a>
        ))}
      </p>
      <p>{t('proofs:badge.check')}</p>
      {[did, ...lists].map((address) => (
        <p key={address}>
          <a className="link break" href={address} translate="no">
            {address}
          </a>
        </p>
      ))}
    </>
  );
}
