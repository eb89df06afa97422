import type { Level } from '~/domain/frameworks/types';
import { APPEAL_DAYS } from '~/domain/licensing/policy';
import { plainText } from '~/i18n/content';
import { formatters } from '~/i18n/format';
import type { Ctx } from '~/platform/context';
import { addDays, type LocalDate } from '~/platform/local-date';
import { isUntold } from '../rules/state';
import type { MadeRequestAct } from '../types';

type Told = {
  personId: string;
  level: Pick<Level, 'slug' | 'name'>;
  made: Pick<MadeRequestAct, 'act' | 'document' | 'note' | 'effectiveOn'>;
  today: LocalDate;
};

/** Every decision is told to the coach but those that are the office's own affair. */
export async function tellCoach(tx: Ctx, { personId, level, made, today }: Told): Promise<void> {
  const { act, document, note, effectiveOn } = made;
  if (isUntold(act) || act === 'withdraw') return;
  const mail = (await tx.ports.describeHolder(tx, personId))?.mail;
  if (!mail) return;
  const page = `${tx.config.publicUrl}/${mail.lang}/me/qualifications/${level.slug}/equivalence`;
  const params = { level: plainText(level.name, mail.lang), note, page };
  if (act === 'grant')
    await tx.mail.send({ ...mail, message: { key: 'equivalence-granted', params: { ...params, document } } });
  if (act === 'return') await tx.mail.send({ ...mail, message: { key: 'equivalence-returned', params } });
  if (act === 'refuse') {
    const appealUntil = formatters(mail.lang).date(addDays(today, APPEAL_DAYS));
    await tx.mail.send({
      ...mail,
      message: { key: 'equivalence-refused', params: { ...params, appealUntil } },
    });
  }
  if (act === 'revoke' && effectiveOn) {
    const since = formatters(mail.lang).date(effectiveOn);
    const told = { ...params, document, since };
    await tx.mail.send({ ...mail, message: { key: 'equivalence-revoked', params: told } });
  }
}
