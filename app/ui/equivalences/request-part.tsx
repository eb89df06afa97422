import type { OwnRequest } from '~/domain/equivalences/types';
import { A } from '~/ui/kit/link';
import { useT } from '~/ui/kit/use-t';
import { RequestMark } from './request-mark';

type Props = { level: string; request: OwnRequest | null };

/** Beneath a path: the way to ask that another paper counts, and where the last request stands. */
export function RequestPart({ level, request }: Props) {
  const { t } = useT();
  return (
    <section className="stack stack-s ruled" aria-labelledby="equivalence">
      <h3 id="equivalence">{t('equivalences:ask.title')}</h3>
      {request ? (
        <RequestMark state={request.state} />
      ) : (
        <p className="quiet">{t('equivalences:ask.lead')}</p>
      )}
      <A to={`/me/qualifications/${level}/equivalence`} className="link target">
        {t(request ? 'equivalences:ask.to-request' : 'equivalences:ask.open')}
      </A>
    </section>
  );
}
