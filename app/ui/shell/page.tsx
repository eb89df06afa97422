import type { ReactNode } from 'react';
import type { LocalizedText } from '~/i18n/content';
import { Notice } from '~/ui/kit/notice';
import { useT } from '~/ui/kit/use-t';
import { type Crumb, Crumbs } from './crumbs';
import { Footer } from './footer';
import { Header } from './header';
import { MachineTexts } from './machine-note';

type Props = {
  title: ReactNode;
  lead?: ReactNode;
  /** Buttons beside the title. */
  actions?: ReactNode;
  /** `text`: one column to read; `wide`: cards and two columns; `office`: dense tables. */
  width?: 'text' | 'wide' | 'office';
  crumbs?: readonly Crumb[];
  /** Texts of this page; one note says it when a machine wrote any of them. */
  texts?: readonly LocalizedText[];
  /** The page draws its own heading, which must hold the one h1 (home, verification). */
  bare?: boolean;
  children?: ReactNode;
};

const WRAPS = { text: 'wrap wrap-text', wide: 'wrap', office: 'wrap wrap-office office' } as const;

/** The frame of every page: skip link, header, messages, heading, content, footer. */
export function Page({
  title,
  lead,
  actions,
  width = 'wide',
  crumbs = [],
  texts = [],
  bare = false,
  children,
}: Props) {
  const { t, flash } = useT();
  return (
    <>
      <a className="skip" href="#main">
        {t('shell:skip')}
      </a>
      <Header office={width === 'office'} />
      <main id="main" tabIndex={-1}>
        <div className={WRAPS[width]}>
          {flash ? (
            <div className="gap-bottom">
              <Notice kind="ok" live>
                {flash}
              </Notice>
            </div>
          ) : null}
          {crumbs.length > 0 ? <Crumbs items={crumbs} /> : null}
          {bare ? null : <PageHead title={title} lead={lead} actions={actions} texts={texts} />}
          {children}
        </div>
      </main>
      <Footer />
    </>
  );
}

function PageHead({ title, lead, actions, texts = [] }: Pick<Props, 'title' | 'lead' | 'actions' | 'texts'>) {
  return (
    <div className="page-head">
      <div className="page-title">
        <h1>{title}</h1>
        {actions ? <div className="row">{actions}</div> : null}
      </div>
      {lead ? <div className="lead">{lead}</div> : null}
      <MachineTexts texts={texts} />
    </div>
  );
}
