import { ButtonLink } from '~/ui/kit/button';
import { EmptyState } from '~/ui/kit/empty-state';
import { useT } from '~/ui/kit/use-t';
import { Page } from '~/ui/shell/page';

/** Instead of lessons, for somebody who has not enrolled. */
export function NotEnrolled({ slug }: { slug: string }) {
  const { t } = useT();
  return (
    <Page bare width="text" title={t('learning:not-enrolled.title')}>
      <h1 className="gap-bottom">{t('learning:not-enrolled.title')}</h1>
      <EmptyState
        title={t('learning:not-enrolled.text')}
        action={<ButtonLink to={`/courses/${slug}`}>{t('learning:not-enrolled.action')}</ButtonLink>}
      >
        {null}
      </EmptyState>
    </Page>
  );
}
