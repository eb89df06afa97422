import { useLoaderData } from '@remix-run/react';
import { listCodes, type PublicCode } from '~/domain/conduct/list-codes.server';
import { DomainError } from '~/platform/errors';
import { addDays } from '~/platform/local-date';
import { EmptyState } from '~/ui/kit/empty-state';
import { A } from '~/ui/kit/link';
import { Markdown } from '~/ui/kit/markdown';
import { Notice } from '~/ui/kit/notice';
import { Text } from '~/ui/kit/text';
import { useT } from '~/ui/kit/use-t';
import { Page } from '~/ui/shell/page';
import { cachedPublicLoader } from '~/web/handlers.server';
import { pageMeta } from '~/web/meta';

type View = { codes: PublicCode[] };

/** The earliest moment at which a local date can begin anywhere on earth. */
const earliestStart = (date: string): Date => new Date(Date.parse(`${date}T00:00:00Z`) - 14 * 3_600_000);

/** The version of the address; null where it names none. */
function numberIn(url: URL): number | null {
  const asked = url.searchParams.get('version');
  if (!asked) return null;
  if (!/^[1-9]\d{0,3}$/.test(asked)) throw new DomainError('not-found', 'conduct.version-not-found');
  return Number(asked);
}

export const loader = cachedPublicLoader(async ({ ctx, url, validUntil }): Promise<View> => {
  const codes = await listCodes(ctx, { number: numberIn(url) });
  for (const { versions, today } of codes)
    for (const { inForceFrom } of versions) if (inForceFrom > today) validUntil(earliestStart(inForceFrom));
  return { codes };
});

export const meta = pageMeta<View>((_view, t) => ({
  title: t('conduct:title'),
  description: t('conduct:lead'),
}));

export default function Code() {
  const { codes } = useLoaderData<typeof loader>();
  const { t } = useT();
  return (
    <Page width="text" title={t('conduct:title')} lead={t('conduct:lead')}>
      {codes.length === 0 ? (
        <EmptyState title={t('conduct:none')}>
          <p>{t('conduct:none-text')}</p>
        </EmptyState>
      ) : (
        <div className="stack stack-l">
          {codes.map((code) => (
            <CodeSection key={code.framework.id} code={code} />
          ))}
        </div>
      )}
    </Page>
  );
}

/** From when to when a version counts: until the day before the next one. */
function useSpan(): (code: PublicCode, version: PublicCode['versions'][number]) => string {
  const { t, fmt } = useT();
  return ({ versions, current, today }, { id, number, inForceFrom }) => {
    if (id === current?.id) return t('conduct:since', { date: fmt.date(inForceFrom) });
    if (inForceFrom > today) return t('conduct:from', { date: fmt.date(inForceFrom) });
    const next = versions.find((each) => each.number === number + 1);
    const until = addDays(next?.inForceFrom ?? today, -1);
    return t('conduct:from-until', { from: fmt.date(inForceFrom), until: fmt.date(until) });
  };
}

function CodeSection({ code }: { code: PublicCode }) {
  const { t } = useT();
  const { framework, shown, versions } = code;
  const spanOf = useSpan();
  return (
    <section className="stack" aria-labelledby={framework.slug}>
      <h2 id={framework.slug}>
        <Text value={framework.name} />
      </h2>
      {shown ? (
        <>
          <p className="strong">
            {t('conduct:version', { number: shown.number })} · {spanOf(code, shown)}
          </p>
          <NotCurrent code={code} number={shown.number} />
          <Markdown value={shown.text} level={3} />
        </>
      ) : null}
      {versions.length > 1 || !shown ? (
        <>
          <h3>{t('conduct:versions')}</h3>
          <ul className="list">
            {versions.map((version) => (
              <li key={version.id}>
                <A to={`/code?version=${version.number}`} className="link">
                  {t('conduct:version', { number: version.number })}
                </A>{' '}
                <span className="quiet">{spanOf(code, version)}</span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  );
}

/** What is read is not what counts today. */
function NotCurrent({ code: { current }, number }: { code: PublicCode; number: number }) {
  const { t } = useT();
  if (number === current?.number) return null;
  return (
    <Notice>
      <p>
        {current && number < current.number
          ? t('conduct:not-current.earlier', { number: current.number })
          : t('conduct:not-current.coming')}
      </p>
      {current ? (
        <p>
          <A to="/code" className="link">
            {t('conduct:to-current')}
          </A>
        </p>
      ) : null}
    </Notice>
  );
}
