import { lastDayToHandIn } from '~/domain/frameworks/inputs';
import { listLevels } from '~/domain/frameworks/list-levels.server';
import type { Level } from '~/domain/frameworks/types';
import { getStandingFacts } from '~/domain/licensing/get-standing-facts.server';
import type { StandingFacts } from '~/domain/licensing/types';
import { plainText } from '~/i18n/content';
import { formatters } from '~/i18n/format';
import type { Lang } from '~/i18n/locales';
import { translator } from '~/i18n/translate';
import { type Ctx, inTransaction } from '~/platform/context';
import { insertNew } from './data/reminders.server';
import type { RemindPageInput } from './inputs';
import { remindPageJob } from './jobs.server';
import { distanceTo, endingsOn, LICENCE } from './rules/due-reminders';
import type { Ending, ReminderRow } from './types';

/** So many people are looked at in one job. */
const PAGE = 200;

type Round = Pick<RemindPageInput, 'day' | 'today'> & { levels: readonly Level[] };

function ofEach(facts: readonly StandingFacts[]): Map<string, StandingFacts[]> {
  const byPerson = new Map<string, StandingFacts[]>();
  for (const each of facts) byPerson.set(each.personId, [...(byPerson.get(each.personId) ?? []), each]);
  return byPerson;
}

/**
 * Body of the job `reminders.page`: mails one page of the people for whom something ends on the day; the next page is
 * called for first, so that one person's fault holds up nobody. May run as often as one likes, and at the same time.
 */
export async function remindPage(ctx: Ctx, { day, today, after }: RemindPageInput): Promise<void> {
  const facts = await getStandingFacts(ctx, { ending: { on: day, after, take: PAGE } });
  const byPerson = ofEach(facts);
  const last = [...byPerson.keys()].sort().at(-1);
  if (last && byPerson.size === PAGE)
    await ctx.jobs.enqueue(
      remindPageJob,
      { day, today, after: last },
      { singletonKey: `${today} ${day} ${last}` },
    );
  const levels = await listLevels(ctx);
  const faults: unknown[] = [];
  for (const [personId, own] of byPerson)
    await remind(ctx, personId, own, { day, today, levels }).catch((error: unknown) => faults.push(error));
  if (faults.length > 0) throw new AggregateError(faults, `${faults.length} people were not reminded`);
}

/** One mail with everything of a person that ends on the day and was not told before. */
async function remind(ctx: Ctx, personId: string, facts: StandingFacts[], round: Round): Promise<void> {
  const { day, today } = round;
  const endings = endingsOn(facts, day, today);
  const distance = distanceTo(day, today);
  if (endings.length === 0 || distance === null) return;
  const mail = (await ctx.ports.describeHolder(ctx, personId))?.mail;
  if (!mail) return;
  await inTransaction(ctx, async (tx) => {
    const rows = endings.map(
      ({ periodId, subject }): ReminderRow => ({ periodId, subject, personId, endsOn: day, distance }),
    );
    const fresh = await insertNew(tx.db, rows, tx.clock.now());
    const told = endings.filter((each) =>
      fresh.some(({ periodId, subject }) => periodId === each.periodId && subject === each.subject),
    );
    if (told.length === 0) return;
    const params = {
      day: formatters(mail.lang).date(day),
      what: [...new Set(told.flatMap((each) => linesOf(each, round, mail.lang)))].join('\n'),
      page: `${tx.config.publicUrl}/${mail.lang}/me/qualifications`,
    };
    const isLicence = told.some(({ subject }) => subject === LICENCE);
    if (isLicence) await tx.mail.send({ ...mail, message: { key: 'ends-soon', params } });
    else await tx.mail.send({ ...mail, message: { key: 'condition-ends', params } });
  });
}

/** What ends, and by which day a renewal must be handed in, where that is before the end. */
function linesOf(ending: Ending, { levels, day, today }: Round, lang: Lang): string[] {
  const line = lineOf(ending, levels, lang);
  const level = levels.find(({ id }) => id === ending.levelId);
  const rules = level?.ruleSets.find(({ id }) => id === ending.ruleSetVersionId);
  if (ending.subject !== LICENCE || !rules?.cutOffDays) return [line];
  const handInBy = lastDayToHandIn({ until: day, windowOpens: ending.windowOpens }, rules.cutOffDays);
  const said = { day: formatters(lang).date(handInBy) };
  const t = translator(lang);
  return [
    line,
    today <= handInBy ? t('mails:ends-soon.hand-in-by', said) : t('mails:ends-soon.missed', said),
  ];
}

/** What ends, in words: the licence by its level, a condition by the name that the rules of the period give it. */
function lineOf(
  { subject, levelId, ruleSetVersionId }: Ending,
  levels: readonly Level[],
  lang: Lang,
): string {
  const level = levels.find(({ id }) => id === levelId);
  if (!level) throw new Error(`There is no level ${levelId}`);
  if (subject === LICENCE)
    return translator(lang)('mails:ends-soon.licence', { level: plainText(level.name, lang) });
  const rules = level.ruleSets.find(({ id }) => id === ruleSetVersionId);
  const condition = rules?.components.find(({ kind }) => kind === subject);
  return `— ${condition ? plainText(condition.name, lang) : subject}`;
}
