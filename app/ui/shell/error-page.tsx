import { Footprints } from '~/ui/drawings/footprints';
import { ButtonLink } from '~/ui/kit/button';
import { useT } from '~/ui/kit/use-t';
import { Page } from './page';

const KNOWN = [401, 403, 404, 409, 410, 413, 422, 429, 500, 503] as const;

type Known = (typeof KNOWN)[number];

/** The nearest status that has words: other 4xx read like 422, everything else like 500. */
export function worded(status: number): Known {
  const exact = KNOWN.find((known) => known === status);
  return exact ?? (status >= 400 && status < 500 ? 422 : 500);
}

type Props = {
  status: number;
  /** A sentence that says more than the status, already translated. */
  detail?: string | undefined;
  /** Shown with errors of ours, for the administrator. */
  requestId?: string | undefined;
};

/** What happened and what to do, in courteous words. */
export function ErrorPage({ status, detail, requestId }: Props) {
  const { t, actor } = useT();
  const known = worded(status);
  const title = t(`shell:error.${known}.title`);
  const signIn = !actor && (known === 401 || known === 403);
  return (
    <Page bare width="text" title={title}>
      <div className="stop">
        <div className="stop-drawing">
          <Footprints />
        </div>
        <p className="stop-code num">{t('shell:error.code', { code: status })}</p>
        <h1>{title}</h1>
        {detail && detail !== title ? <p className="strong">{detail}</p> : null}
        <p className="lead">{t(`shell:error.${known}.text`)}</p>
        <div className="row">
          {signIn ? <ButtonLink to="/sign-in">{t('shell:error.sign-in')}</ButtonLink> : null}
          <ButtonLink to="/courses" look={signIn ? 'plain' : 'main'}>
            {t('shell:error.courses')}
          </ButtonLink>
          <ButtonLink to="/" look="plain">
            {t('shell:error.home')}
          </ButtonLink>
        </div>
        {requestId && known >= 500 ? (
          <p className="quiet num">{t('shell:error.request', { id: requestId })}</p>
        ) : null}
      </div>
    </Page>
  );
}
