import type { ReactNode } from 'react';
import type { HistoryEntry, VerifiedCredential } from '~/domain/credentials/types';
import type { BadgeAddresses } from '~/domain/proofs/list-badges.server';
import { localDateOf } from '~/platform/local-date';
import { Seal } from '~/ui/drawings/seal';
import { Facts } from '~/ui/kit/facts';
import { DateField, SubmitButton } from '~/ui/kit/field';
import { Form } from '~/ui/kit/form';
import { A } from '~/ui/kit/link';
import { StatusIcon, toneOf } from '~/ui/kit/status';
import { Text } from '~/ui/kit/text';
import { useT } from '~/ui/kit/use-t';
import { OwnName } from '~/ui/people/own-name';
import { BadgeLinks } from './badge-links';

type Props = {
  document: VerifiedCredential;
  day: string | null;
  publicUrl: string;
  /** Null while they are being signed. */
  badges: BadgeAddresses | null;
};

const [ASTANA, TOKYO] = ['Asia/Almaty', 'Asia/Tokyo'] as const;

/** The answer about a document that exists: status, who, what, which dates, how to check it elsewhere. */
export function KnownDocument({ document, day, publicUrl, badges }: Props) {
  const { t } = useT();
  return (
    <>
      <StatusAnswer document={document} day={day} />
      <DocumentFacts document={document} />
      <CheckElsewhere serial={document.serial} publicUrl={publicUrl}>
        {badges ? <BadgeLinks number={document.number} {...badges} /> : null}
      </CheckElsewhere>
      <History entries={document.history} />
      <OtherDay day={day ?? document.on} />
      <p className="gap-top">
        <A to="/verify" className="link target">
          {t('credentials:verify.again')}
        </A>
      </p>
    </>
  );
}

function StatusAnswer({ document, day }: Pick<Props, 'document' | 'day'>) {
  const { t, fmt } = useT();
  const { status, asOf } = document;
  const holds = status.status === 'valid' || status.status === 'expiring';
  const reason = 'reason' in status ? status.reason : status.status;
  const isSameDay = localDateOf(asOf, ASTANA) === localDateOf(asOf, TOKYO);
  const tokyo = isSameDay ? fmt.time(asOf, TOKYO) : fmt.dateTime(asOf, TOKYO);
  const date = 'renewable_until' in status ? fmt.date(status.renewable_until) : '';
  return (
    <div className="answer">
      <Seal isVoid={!holds} />
      <div className="stack stack-s">
        <h1 className={`status tone-${toneOf(status.status)}`}>
          <StatusIcon status={status.status} />
          <span>{t(`credentials:answer.${status.status}`)}</span>
        </h1>
        <p className="quiet num">
          <time dateTime={asOf.toISOString()}>
            {t('credentials:answer.as-of', { astana: fmt.dateTime(asOf, ASTANA) })}
            {' · '}
            {t('credentials:answer.as-of-tokyo', { tokyo })}
          </time>
        </p>
        {day === null ? null : (
          <p className="strong">{t('credentials:answer.on-day', { date: fmt.date(day) })}</p>
        )}
        <p>{t(`credentials:says.${reason}`, { date })}</p>
      </div>
    </div>
  );
}

function DocumentFacts({ document }: Pick<Props, 'document'>) {
  const { t, fmt } = useT();
  const { holder, level, framework, signatories, number } = document;
  return (
    <Facts
      items={[
        { label: t('credentials:facts.holder'), value: <HolderName {...holder} /> },
        { label: t('credentials:facts.level'), value: <Text value={level.name} /> },
        { label: t('credentials:facts.framework'), value: <Text value={framework.name} /> },
        { label: t('credentials:facts.number'), value: <span className="nowrap">{number}</span> },
        { label: t('credentials:facts.issued'), value: fmt.date(document.issuedOn) },
        {
          label: t('credentials:facts.valid'),
          value: t('credentials:facts.valid-value', {
            from: fmt.date(document.validFrom),
            until: fmt.date(document.validUntil),
          }),
        },
        { label: t('credentials:facts.awarded'), value: fmt.date(document.awardedOn) },
        { label: t('credentials:facts.signed'), value: <Signatures signatories={signatories} /> },
        { label: t('credentials:facts.serial'), value: document.printedSerial },
      ]}
    />
  );
}

function HolderName({ display, latin }: VerifiedCredential['holder']) {
  return (
    <>
      <OwnName>{display}</OwnName>{' '}
      {latin === display ? null : (
        <span className="quiet" translate="no">
          {latin}
        </span>
      )}
    </>
  );
}

function Signatures({ signatories }: Pick<VerifiedCredential, 'signatories'>) {
  return (
    <ul className="stack stack-s">
      {signatories.map(({ name, office, organisation }) => (
        <li key={name}>
          <OwnName>{name}</OwnName>{' '}
          <span className="quiet">
            <Text value={office} quiet />
            {' · '}
            <Text value={organisation} quiet />
          </span>
        </li>
      ))}
    </ul>
  );
}

type Elsewhere = { serial: string; publicUrl: string; children: ReactNode };

function CheckElsewhere({ serial, publicUrl, children }: Elsewhere) {
  const { t } = useT();
  const address = `/api/v1/credentials/${serial}`;
  const kit = `${publicUrl}/api/v1/verification`;
  return (
    <details className="fold" open>
      <summary>{t('credentials:without.title')}</summary>
      <div className="stack stack-s quiet">
        <p>{t('credentials:without.json')}</p>
        <p>
          <a className="link break" href={address} translate="no">
            {publicUrl}
            {address}
          </a>
        </p>
        <p>{t('credentials:without.paper')}</p>
        <p>{t('credentials:without.offline')}</p>
        <p>{t('credentials:without.code')}</p>
        <p>
          <a className="link break" href={kit} translate="no">
            {kit}
          </a>
        </p>
        {children}
      </div>
    </details>
  );
}

function History({ entries }: { entries: readonly HistoryEntry[] }) {
  const { t, fmt } = useT();
  return (
    <details className="fold">
      <summary>{t('credentials:history.title')}</summary>
      <div>
        <ol className="stack stack-s quiet num">
          {entries.map(({ event, on }) => (
            <li key={`${event} ${on}`}>
              <time dateTime={on}>{fmt.date(on)}</time>
              {' · '}
              {t(`credentials:history.${event}`)}
            </li>
          ))}
        </ol>
      </div>
    </details>
  );
}

function OtherDay({ day }: { day: string }) {
  const { t } = useT();
  return (
    <details className="fold">
      <summary>{t('credentials:verify.other-day')}</summary>
      <div>
        <Form method="get">
          <DateField
            name="on"
            label={t('credentials:verify.day')}
            value={day}
            min="1990-01-01"
            max="2199-12-31"
          />
          <div>
            <SubmitButton look="plain">{t('credentials:verify.day-check')}</SubmitButton>
          </div>
        </Form>
      </div>
    </details>
  );
}
