import { redirect } from '@remix-run/node';
import { A } from '~/ui/kit/link';
import { useT } from '~/ui/kit/use-t';
import { CodeCheck, PhotoField } from '~/ui/proofs/code-check';
import { Page } from '~/ui/shell/page';
import { publicLoader } from '~/web/handlers.server';
import { pageMeta } from '~/web/meta';
import { pagePath } from '~/web/paths';
import { SerialForm } from './serial-form';

/** What people type is cut to this; no serial is longer with any separators. */
const LONGEST_TYPED = 64;

export const loader = publicLoader<null>(async ({ ctx, url }) => {
  const typed = (url.searchParams.get('serial') ?? '').trim().slice(0, LONGEST_TYPED).toWellFormed();
  if (typed !== '') throw redirect(pagePath(ctx.lang, `/verify/${encodeURIComponent(typed)}`));
  return null;
});

/** Codes are checked in the browser, without network too. */
export const handle = { script: true };

export const headers = () => ({ 'Cache-Control': 'no-store' });

export const meta = pageMeta((_data: { title?: string } | null, t) => ({
  title: t('credentials:verify.title'),
  description: t('credentials:verify.lead'),
}));

export default function Verify() {
  const { t } = useT();
  return (
    <Page width="text" title={t('credentials:verify.title')} lead={t('credentials:verify.lead')}>
      <CodeCheck />
      <SerialForm />
      <PhotoField />
      <div className="section stack stack-s">
        <p>
          <A to="/register" className="link target">
            {t('credentials:verify.register')}
          </A>
        </p>
        <p className="quiet measure">{t('credentials:verify.privacy')}</p>
      </div>
    </Page>
  );
}
