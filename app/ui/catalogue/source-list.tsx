import type { Source } from '~/domain/catalogue/inputs';

const isLink = (url: string): boolean => /^https?:\/\//.test(url);

/** What the claims of a text rest on. */
export function SourceList({ label, sources }: { label: string; sources: readonly Source[] }) {
  if (sources.length === 0) return null;
  return (
    <section className="section">
      <h2 className="h3">{label}</h2>
      <ul className="prose-list quiet">
        {sources.map(({ title, url }) => (
          <li key={title + url}>
            <cite lang="en">
              {isLink(url) ? (
                <a href={url} rel="noopener noreferrer" className="break">
                  {title}
                </a>
              ) : (
                title
              )}
            </cite>
          </li>
        ))}
      </ul>
    </section>
  );
}
