import { useLoaderData } from '@remix-run/react';
import { listRulebooks, type RulebookLine } from '~/domain/amendments/list-rulebooks.server';
import type { FrameworkFacts } from '~/domain/frameworks/types';
import { EmptyState } from '~/ui/kit/empty-state';
import { A } from '~/ui/kit/link';
import { Table } from '~/ui/kit/table';
import { Text } from '~/ui/kit/text';
import { useT } from '~/ui/kit/use-t';
import { Page } from '~/ui/shell/page';
import { signedInLoader } from '~/web/handlers.server';
import { pageMeta } from '~/web/meta';
import { AmendmentMark } from './amendment-mark';

type View = { ladders: { framework: FrameworkFacts; lines: RulebookLine[] }[] };

export const loader = signedInLoader(async ({ ctx }): Promise<View> => {
  const ladders = new Map<string, View['ladders'][number]>();
  for (const line of await listRulebooks(ctx)) {
    const { framework } = line.level;
    const ladder = ladders.get(framework.id) ?? { framework, lines: [] };
    ladder.lines.push(line);
    ladders.set(framework.id, ladder);
  }
  return { ladders: [...ladders.values()] };
});

export const meta = pageMeta<View>((_view, t) => ({ title: t('amendments:list.title'), noindex: true }));

export default function Frameworks() {
  const { ladders } = useLoaderData<typeof loader>();
  const { t } = useT();
  return (
    <Page width="office" title={t('amendments:list.title')} lead={t('amendments:list.lead')}>
      {ladders.length === 0 ? (
        <EmptyState title={t('frameworks:page.none')}>
          <p>{t('frameworks:page.none-text')}</p>
        </EmptyState>
      ) : (
        <div className="stack stack-l">
          <p>
            <A to="/office/code" className="link target">
              {t('conduct:office.title')}
            </A>
          </p>
          {ladders.map(({ framework, lines }) => (
            <section key={framework.id} className="stack" aria-labelledby={`ladder-${framework.slug}`}>
              <h2 id={`ladder-${framework.slug}`}>
                <Text value={framework.name} />
              </h2>
              <Levels lines={lines} />
            </section>
          ))}
        </div>
      )}
    </Page>
  );
}

function Levels({ lines }: { lines: readonly RulebookLine[] }) {
  const { t, fmt } = useT();
  return (
    <Table
      caption={t('amendments:list.caption')}
      quietCaption
      rows={lines}
      rowKey={({ level }) => level.id}
      columns={[
        {
          key: 'level',
          header: t('amendments:list.level'),
          names: true,
          cell: ({ level }) => (
            <A to={`/office/frameworks/${level.slug}`} className="link">
              <Text value={level.name} quiet />
            </A>
          ),
        },
        {
          key: 'in-force',
          header: t('amendments:list.in-force'),
          cell: ({ level }) => (level.ruleSet ? fmt.date(level.ruleSet.effectiveFrom) : '—'),
        },
        {
          key: 'points',
          header: t('amendments:list.points'),
          numeric: true,
          cell: ({ level }) => (level.ruleSet?.points ? fmt.number(level.ruleSet.points.total) : '—'),
        },
        {
          key: 'coming',
          header: t('amendments:list.coming'),
          cell: ({ coming }) => (coming.length > 0 ? coming.map((day) => fmt.date(day)).join(', ') : '—'),
        },
        {
          key: 'open',
          header: t('amendments:list.open'),
          cell: ({ open }) => (open ? <AmendmentMark kind={open.kind} state={open.state} /> : '—'),
        },
      ]}
    />
  );
}
