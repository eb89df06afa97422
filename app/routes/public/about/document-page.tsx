import { type SiteDocument, siteDocuments } from '~/i18n/documents';
import { Markdown } from '~/ui/kit/markdown';
import { useT } from '~/ui/kit/use-t';
import { Page } from '~/ui/shell/page';
import { pageMeta } from '~/web/meta';

type Name = keyof typeof siteDocuments;

/** Title and first sentence of a document for the head of its page. */
export const documentMeta = (name: Name) =>
  pageMeta<null>((_none, t) => ({
    title: t(`about:page.${name}.title`),
    description: t(`about:page.${name}.lead`),
    crumbs: [],
    kind: 'article',
  }));

/** A page of text about the platform itself. */
export function DocumentPage({ name }: { name: Name }) {
  const { t, fmt } = useT();
  const { text, editedOn }: SiteDocument = siteDocuments[name];
  return (
    <Page width="text" title={t(`about:page.${name}.title`)} lead={t(`about:page.${name}.lead`)}>
      <article>
        <Markdown value={text} />
        <p className="note gap-top">{t('about:version', { date: fmt.date(editedOn) })}</p>
      </article>
    </Page>
  );
}
