import { Fragment } from 'react';

type Props = {
  text: string;
  lang: string /** The site's own address: only its links become links. */;
  site: string;
};

/** The text of a mail as it was written, with the links to this site open to a click. */
export function MailText({ text, lang, site }: Props) {
  const lines = text.split('\n').map((line, index) => ({ key: `${index}`, line }));
  return (
    <div lang={lang} className="measure">
      {lines.map(({ key, line }) => (
        <Fragment key={key}>
          {line.startsWith(`${site}/`) ? (
            <a className="link break" href={line}>
              {line}
            </a>
          ) : (
            line
          )}
          <br />
        </Fragment>
      ))}
    </div>
  );
}
