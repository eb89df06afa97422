import { addRecording } from '~/domain/seminars/add-recording.server';
import { createSeminar } from '~/domain/seminars/create-seminar.server';
import { findSeminar } from '~/domain/seminars/find-seminar.server';
import { publishSeminar } from '~/domain/seminars/publish-seminar.server';
import type { Lang } from '~/i18n/locales';
import type { Ctx } from '~/platform/context';
import { movedTimes } from './seminar-days';
import { readSeminars, type SampleSeminar } from './seminar-files';
import { type Texts, text } from './texts';

type Plan = {
  /** Weeks from the week in which the demo is loaded. */
  weeks: number;
  spoken: Lang[];
  interpreted: Lang[];
  /** The second host; the first one is the sample's. */
  second?: Texts;
  /** Drawn clips that stand in for the sample's recordings. */
  clips?: readonly string[];
  /** Whether the demo instructor teaches. */
  taught?: boolean;
};

const UNIVERSITY: Texts = {
  en: 'Japanese university judo club (sample)',
  ru: 'Клуб дзюдо японского университета (пример)',
  kk: 'Жапон университетінің дзюдо клубы (үлгі)',
  ja: '日本の大学柔道部(見本)',
};
const FEDERATION: Texts = {
  en: 'National judo federation (sample)',
  ru: 'Национальная федерация дзюдо (пример)',
  kk: 'Ұлттық дзюдо федерациясы (үлгі)',
  ja: '国内柔道連盟(見本)',
};

/** One is next week, three are over, two come later. */
const PLANS: Record<string, Plan> = {
  'sem-safe-dojo': { weeks: 1, spoken: ['ru'], interpreted: ['kk', 'ja'], second: UNIVERSITY, taught: true },
  'sem-rural-pe': { weeks: 5, spoken: ['kk', 'ru'], interpreted: [] },
  'sem-japan-four-weeks': { weeks: 18, spoken: ['ja'], interpreted: ['ru'], second: FEDERATION },
  'sem-pins-karaganda': { weeks: -3, spoken: ['ru'], interpreted: ['kk'], clips: ['safe-hall'] },
  'sem-uchi-mata-university': {
    ...{ weeks: -6, spoken: ['ja'], interpreted: ['ru', 'kk'], second: FEDERATION, taught: true },
    clips: ['kuzushi', 'tai-sabaki', 'first-five-minutes'],
  },
  'sem-100-waza': {
    weeks: -11,
    spoken: ['ja'],
    interpreted: ['ru'],
    second: FEDERATION,
    clips: ['tai-sabaki'],
    taught: true,
  },
};

const STANDS_IN = text({
  en: 'In the demo a short drawn clip of ours stands here in place of the seminar’s recording.',
  ru: 'В демо вместо записи семинара здесь стоит наш короткий рисованный ролик.',
  kk: 'Көрсетілімде семинар жазбасының орнында біздің салған қысқа ролик тұр.',
  ja: 'この見本では、講習会の映像の代わりに、私たちが描いた短い映像を載せています。',
});

/** Announces the sample seminars around today's week and ties the drawn clips to them; ones that exist are left alone. */
export async function seedSeminars(
  ctx: Ctx,
  organisationId: string,
  recordings: ReadonlyMap<string, string>,
): Promise<void> {
  for (const sample of await readSeminars()) {
    const plan = PLANS[sample.id];
    const slug = sample.id.replace(/^sem-/, '');
    if (!plan || (await findSeminar(ctx, { slug }))) continue;
    const { seminarId } = await createSeminar(ctx, inputOf(ctx, sample, plan, { slug, organisationId }));
    for (const clip of plan.clips ?? []) {
      const recordingId = recordings.get(clip);
      if (recordingId) await addRecording(ctx, { seminarId, recordingId, note: STANDS_IN });
    }
    await publishSeminar(ctx, { seminarId });
  }
}

function inputOf(
  ctx: Ctx,
  sample: SampleSeminar,
  plan: Plan,
  place: { slug: string; organisationId: string },
) {
  const times = movedTimes(
    sample.sessions.map(({ starts_at }) => starts_at),
    ctx.clock.today(sample.timezone),
    plan.weeks,
  );
  const hosts = [sample.host, ...(plan.second ? [plan.second] : [])];
  return {
    ...place,
    ...{ mode: sample.mode, zone: sample.timezone, points: sample.ce_points, places: sample.capacity },
    ...{ title: text(sample.title), summary: text(sample.summary), place: text(sample.place) },
    outcomes: sample.outcomes.map(text),
    spoken: plan.spoken,
    interpreted: plan.interpreted,
    techniqueIds: sample.technique_ids,
    hosts: hosts.map((name) => ({ organisationId: null, name: text(name) })),
    instructors: plan.taught && ctx.actor ? [ctx.actor.accountId] : [],
    sessions: sample.sessions.map(({ minutes, title, summary }, index) => ({
      ...{ startsAt: times[index] ?? '', minutes, title: text(title), summary: text(summary) },
    })),
  };
}
