import type { ExternalFramework } from '~/domain/externals/types';
import { A } from '~/ui/kit/link';
import { Text } from '~/ui/kit/text';
import { useT } from '~/ui/kit/use-t';

/** Papers of other bodies that are recorded here and never issued; nothing where there are none. */
export function OthersSection({ others }: { others: readonly ExternalFramework[] }) {
  const { t } = useT();
  if (others.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="others">
      <h2 id="others">{t('externals:list.title')}</h2>
      <p className="measure">{t('externals:list.lead')}</p>
      <ul className="list">
        {others.map(({ slug, name, issuer }) => (
          <li key={slug}>
            <A to={`/qualifications/others/${slug}`} className="link target">
              <Text value={name} quiet />
            </A>
            <p className="quiet">
              <Text value={issuer} quiet />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
