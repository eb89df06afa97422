import type { ClaimFile } from '~/domain/claims/types';
import { FactsLine } from '~/ui/kit/facts';
import { A } from '~/ui/kit/link';
import { useT } from '~/ui/kit/use-t';

/** Links to the scans, each with its size; `base` is the address of the claim without language. */
export function ClaimFiles({ files, base }: { files: readonly ClaimFile[]; base: string }) {
  const { t, fmt } = useT();
  return (
    <ul className="list">
      {files.map(({ id, name, bytes }) => (
        <li key={id}>
          <FactsLine
            items={[
              <A key="link" to={`${base}/files/${id}`} className="link target">
                {t('claims:one.download', { name })}
              </A>,
              fmt.megabytes(Math.max(bytes, 100_000)),
            ]}
          />
        </li>
      ))}
    </ul>
  );
}
