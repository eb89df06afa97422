import type { Shown } from '~/domain/partners/list-partners.server';
import { pickText } from '~/i18n/content';
import { Text } from '~/ui/kit/text';
import { useT } from '~/ui/kit/use-t';

/** Logo, claims and links of an institution, each with the paper that allows it. Nothing without one. */
export function ShownParts({ shown }: { shown: readonly Shown[] }) {
  return (
    <>
      {shown.map((part) => (
        <div key={part.permissionId} className="stack stack-s">
          <Part part={part} />
          <Paper part={part} />
        </div>
      ))}
    </>
  );
}

function Part({ part: { kind, text, url, permissionId } }: { part: Shown }) {
  const { lang } = useT();
  const { text: words, lang: shown } = pickText(text, lang);
  if (kind === 'logo')
    return (
      <img src={`/logos/${permissionId}`} alt={words} lang={shown} className="partner-logo" loading="lazy" />
    );
  if (kind === 'link' && url)
    return (
      <p>
        <a href={url} rel="noopener noreferrer">
          <Text value={text} />
        </a>
      </p>
    );
  return <Text value={text} as="p" className="strong" />;
}

function Paper({ part: { document, grantedBy, grantedOn, until } }: { part: Shown }) {
  const { t, fmt } = useT();
  return (
    <p className="quiet">
      {t('partners:permission', { document, office: grantedBy, date: fmt.date(grantedOn) })}
      {until ? `, ${t('partners:until', { date: fmt.date(until) })}` : null}
    </p>
  );
}
