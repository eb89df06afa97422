import { useLoaderData } from '@remix-run/react';
import { create } from 'qrcode';
import { confirmTotp } from '~/domain/access/confirm-totp.server';
import { getAccess } from '~/domain/access/get-access.server';
import { confirmFactorInput, nothing } from '~/domain/access/inputs';
import { setUpTotp } from '~/domain/access/set-up-totp.server';
import { Field, SubmitButton } from '~/ui/kit/field';
import { Form } from '~/ui/kit/form';
import { useT } from '~/ui/kit/use-t';
import { Page } from '~/ui/shell/page';
import { useFormState } from '~/web/form-state';
import { form, formActions, signedInLoader } from '~/web/handlers.server';
import { pageMeta } from '~/web/meta';
import { pagePath } from '~/web/paths';
import { countingFailures } from './tries.server';

/** The dark modules of a QR code as one SVG path, one unit for each, with the quiet zone of four units. */
function qrPath(text: string): { size: number; path: string } {
  const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules;
  const squares = [...data].map((dark, index) =>
    dark ? `M${(index % size) + 4} ${Math.floor(index / size) + 4}h1v1h-1z` : '',
  );
  return { size: size + 8, path: squares.join('') };
}

export const loader = signedInLoader(async ({ ctx }) => {
  const { secondFactor } = await getAccess(ctx);
  if (secondFactor !== 'waiting') return { secondFactor, factor: null };
  const { uri, secret } = await setUpTotp(ctx, { fresh: false });
  const spaced = secret.replace(/(.{4})(?=.)/g, '$1 ');
  return { secondFactor, factor: { uri, secret: spaced, qr: qrPath(uri) } };
});

export const action = formActions({
  confirm: form({
    schema: confirmFactorInput,
    async run(args) {
      const { ctx, input } = args;
      await countingFailures(args, 'second-step', ctx.actor?.accountId ?? '', () => confirmTotp(ctx, input));
      return { redirectTo: pagePath(ctx.lang, '/account'), flash: 'access:done.factor-on' };
    },
  }),
  fresh: form({
    schema: nothing,
    async run({ ctx }) {
      await setUpTotp(ctx, { fresh: true });
      return { redirectTo: pagePath(ctx.lang, '/account/second-factor') };
    },
  }),
});

export const meta = pageMeta<unknown>((_data, t) => ({ title: t('access:factor.title'), noindex: true }));

export default function FactorSetUp() {
  const { t } = useT();
  const { secondFactor, factor } = useLoaderData<typeof loader>();
  const crumbs = [{ to: '/account', label: t('people:account.title') }];
  if (!factor) {
    return (
      <Page title={t('access:factor.title')} width="text" crumbs={crumbs}>
        <div className="stack">
          <p>{secondFactor === 'on' ? t('access:factor.on') : t('access:factor.off')}</p>
          {secondFactor === 'on' ? null : (
            <Form intent="fresh">
              <SubmitButton>{t('access:factor.set-up')}</SubmitButton>
            </Form>
          )}
        </div>
      </Page>
    );
  }
  return (
    <Page title={t('access:factor.title')} lead={t('access:factor.scan')} width="text" crumbs={crumbs}>
      <SecretToScan factor={factor} />
    </Page>
  );
}

type Factor = { uri: string; secret: string; qr: { size: number; path: string } };

function SecretToScan({ factor: { uri, secret, qr } }: { factor: Factor }) {
  const { t } = useT();
  return (
    <div className="stack">
      <svg
        viewBox={`0 0 ${qr.size} ${qr.size}`}
        width="220"
        height="220"
        role="img"
        aria-label={t('access:factor.qr')}
      >
        <rect width={qr.size} height={qr.size} fill="#fff" />
        <path d={qr.path} fill="#000" />
      </svg>
      <p>
        <a className="link target" href={uri}>
          {t('access:factor.open-app')}
        </a>
      </p>
      <p>
        {t('access:factor.key')}: <code className="break num">{secret}</code>
      </p>
      <Form intent="confirm" state={useFormState('confirm')}>
        <Field
          name="code"
          label={t('access:factor.first-code')}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={20}
          short
        />
        <SubmitButton>{t('access:factor.confirm')}</SubmitButton>
      </Form>
      <Form intent="fresh" className="">
        <SubmitButton look="link">{t('access:factor.fresh')}</SubmitButton>
      </Form>
    </div>
  );
}
