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
import type { LocalDate } from '~/platform/local-date';
import { insertNew } from './data/reminders.server';
import type { RemindPageInput } from './inputs';
import { remindPageJob } from './jobs.server';
import { distanceTo, endingsOn, HAND_IN, LICENCE } from './rules/due-reminders';
import type { Ending, ReminderRow } from './types';

/** So many people are looked at in one job. */
const PAGE = 200;

type Round = Pick<RemindPageInput, 'day' | 'today' | 'cutOffDays'> & { levels: readonly Level[] };

function ofEach(facts: readonly StandingFacts[]): Map<string, StandingFacts[]> {
  const byPerson = new Map<string, StandingFacts[]>();
  for (const each of facts) byPerson.set(each.personId, [...(byPerson.get(each.personId) ?? []), each]);
  return byPerson;
}

/**
 * Body of the job `reminders.page`: mails one page of the people for whom something ends on the day; the next page is
 * called for first, so that one person's fault holds up nobody. May run as often as one likes, and at the same time.
 */
export async function remindPage(ctx: Ctx, input: RemindPageInput): Promise<void> {
  const { day, today, after, cutOffDays } = input;
  const facts = await getStandingFacts(ctx, { ending: { on: day, after, take: PAGE } });
  const byPerson = ofEach(facts);
  const last = [...byPerson.keys()].sort().at(-1);
  if (last && byPerson.size === PAGE)
    await ctx.jobs.enqueue(
      remindPageJob,
      { ...input, after: last },
      { singletonKey: `${today} ${day} ${last} ${cutOffDays ?? ''}` },
    );
  const levels = await listLevels(ctx);
  const faults: unknown[] = [];
  for (const [personId, own] of byPerson)
    await remind(ctx, personId, own, { day, today, cutOffDays, levels }).catch((error: unknown) =>
      faults.push(error),
    );
  if (faults.length > 0) throw new AggregateError(faults, `${faults.length} people were not reminded`);
}

/** What is told of an ending, and as which reminder. */
type Due = { ending: Ending; row: ReminderRow; handInBy: LocalDate | null };

const cutOffDaysOf = ({ levelId, ruleSetVersionId }: Ending, levels: readonly Level[]): number =>
  levels.find(({ id }) => id === levelId)?.ruleSets.find(({ id }) => id === ruleSetVersionId)?.cutOffDays ??
  0;

/** What of a person is to be told in this round: endings, or days of handing in that are still ahead. */
function dueOf(personId: string, facts: readonly StandingFacts[], round: Round): Due[] {
  const { day, today, levels, cutOffDays: asked } = round;
  return endingsOn(facts, day, today).flatMap((ending): Due[] => {
    const { periodId, subject, windowOpens } = ending;
    const cutOffDays = subject === LICENCE ? cutOffDaysOf(ending, levels) : 0;
    const handInBy = cutOffDays > 0 ? lastDayToHandIn({ until: day, windowOpens }, cutOffDays) : null;
    if (asked && (asked !== cutOffDays || handInBy === null)) return [];
    const endsOn = asked && handInBy ? handInBy : day;
    const distance = distanceTo(endsOn, today);
    const row = { periodId, personId, subject: asked ? HAND_IN : subject, endsOn };
    return distance === null ? [] : [{ ending, handInBy, row: { ...row, distance } }];
  });
}

/** One mail with everything of a person that ends on the day, or is handed in by then, and was not told before. */
async function remind(ctx: Ctx, personId: string, facts: StandingFacts[], round: Round): Promise<void> {
  const all = dueOf(personId, facts, round);
  const mail = all.length > 0 ? (await ctx.ports.describeHolder(ctx, personId))?.mail : null;
  if (!mail) return;
  const withCutOff = all.some(({ handInBy }) => handInBy !== null);
  const handedIn = withCutOff ? await ctx.ports.openRenewals(ctx, personId) : [];
  const isHandedIn = ({ ending }: Due) => handedIn.includes(ending.levelId);
  const due = all
    .filter((each) => !round.cutOffDays || !isHandedIn(each))
    .map((each) => (isHandedIn(each) ? { ...each, handInBy: null } : each));
  await inTransaction(ctx, async (tx) => {
    const rows = due.map(({ row }) => row);
    const fresh = await insertNew(tx.db, rows, tx.clock.now());
    const told = due.filter(({ row }) => fresh.includes(row));
    if (told.length === 0) return;
    const params = {
      day: formatters(mail.lang).date(round.day),
      what: [...new Set(told.flatMap((each) => linesOf(each, round, mail.lang)))].join('\n'),
      page: `${tx.config.publicUrl}/${mail.lang}/me/qualifications`,
    };
    const isLicence = told.some(({ ending }) => ending.subject === LICENCE);
    if (isLicence) await tx.mail.send({ ...mail, message: { key: 'ends-soon', params } });
    else await tx.mail.send({ ...mail, message: { key: 'condition-ends', params } });
  });
}

/** What ends, and by which day a renewal must be handed in, where that is before the end and none is open. */
function linesOf({ ending, handInBy }: Due, { levels, today }: Round, lang: Lang): string[] {
  const line = lineOf(ending, levels, lang);
  if (handInBy === null) return [line];
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
