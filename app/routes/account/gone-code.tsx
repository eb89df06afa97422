import { ButtonLink } from '~/ui/kit/button';
import { useT } from '~/ui/kit/use-t';
import { Page } from '~/ui/shell/page';

/** The link of a mail that works no more, and where to get another. */
export function GoneCode({ to, action }: { to: string; action: string }) {
  const { t } = useT();
  return (
    <Page title={t('access:new-password.gone')} lead={t('access:new-password.gone-text')} width="text">
      <ButtonLink to={to}>{action}</ButtonLink>
    </Page>
  );
}
