import type { ClaimFile } from '~/domain/claims/types';
import { ClaimFiles } from '~/ui/claims/claim-files';
import { useT } from '~/ui/kit/use-t';
import { pagePath } from '~/web/paths';

type Props = { claimId: string; files: readonly ClaimFile[]; name: string };

/** The pages of the paper: pictures in the page, PDFs as links. */
export function Scans({ claimId, files, name }: Props) {
  const { t, lang } = useT();
  const base = `/office/evidence/${claimId}`;
  return (
    <section className="stack" aria-labelledby="scans">
      <h2 id="scans">{t('claims:case.scans')}</h2>
      {files.map(({ id, type }, index) =>
        type === 'application/pdf' ? null : (
          <img
            key={id}
            src={pagePath(lang, `${base}/files/${id}`)}
            loading="lazy"
            alt={t('claims:case.scan', { name, number: index + 1 })}
          />
        ),
      )}
      <ClaimFiles files={files} base={base} />
    </section>
  );
}
