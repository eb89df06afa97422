import { askForEquivalence } from '~/domain/equivalences/ask-for-equivalence.server';
import { decideEquivalence } from '~/domain/equivalences/decide-equivalence.server';
import { proposeEquivalence } from '~/domain/equivalences/propose-equivalence.server';
import { listOwnEvidence } from '~/domain/evidence/list-own-evidence.server';
import { defineExternal } from '~/domain/externals/define-external.server';
import { listExternals } from '~/domain/externals/list-externals.server';
import type { Ctx } from '~/platform/context';
import { daysAgo } from '../licensing';
import { actorOf, type SeededPeople } from '../people';
import { EXTERNAL_FAMILIES } from './external-families';

/** The same in every run, so that a seed that was killed goes on without doubles. */
const [EQUIVALENCE_KEY, REQUEST_KEY] = [
  '0199c000-0000-7000-8000-00000000e901',
  '0199c000-0000-7000-8000-00000000e902',
];

const ZONE = 'Asia/Almaty';

/** Papers of others as data, and one equivalence of the demo's federation with both keys. */
export async function seedExternals(ctx: Ctx, people: SeededPeople): Promise<void> {
  const kjf = people.organisations.kjf;
  if (!kjf) throw new Error('The demo has no organisation kjf');
  const registrar = await actorOf(ctx, 'registrar@demo.test');
  const known = (await listExternals(ctx)).map(({ slug }) => slug);
  for (const [index, family] of EXTERNAL_FAMILIES.entries()) {
    if (known.includes(family.slug)) continue;
    await defineExternal({ ...ctx, actor: registrar }, { ...family, path: kjf.path, position: index + 1 });
  }
  const proposing = daysAgo(ctx, 40, registrar);
  const { equivalenceId } = await proposeEquivalence(proposing, {
    submissionKey: EQUIVALENCE_KEY,
    external: 'ajjf-c',
    level: 'kjf-coach',
    counts: ['level:kjf-assistant'],
    conditions: {
      ru: 'Пример демонстрации: тренер вёл занятия с этим документом не меньше года.',
      kk: 'Көрсетуге арналған мысал: жаттықтырушы осы құжатпен кемінде бір жыл сабақ жүргізген.',
      ja: 'デモ用の例：この資格で1年以上指導していること。',
      en: 'Example of the demo: the coach has taught with this paper for at least a year.',
    },
    validFrom: proposing.clock.today(ZONE),
    validUntil: '',
    reason: 'Пример для демонстрации, не решение федерации. Курс C требует 12 часов и 1-го дана.',
    document: 'Пример: протокол комиссии № 0',
  });
  const confirming = daysAgo(ctx, 38, await actorOf(ctx, 'registrar2@demo.test'));
  await decideEquivalence(confirming, { equivalenceId, act: 'confirm', note: '' });
}

/** A coach's request that waits for the office: the confirmed dan should count on the way to the next level. */
export async function seedRequest(ctx: Ctx): Promise<void> {
  const asking = daysAgo(ctx, 2, await actorOf(ctx, 'coach@demo.test'));
  const { evidence } = await listOwnEvidence(asking);
  const dan = evidence.find(({ ref }) => ref.startsWith('dan:'));
  if (!dan) throw new Error('The demo has no confirmed dan');
  await askForEquivalence(asking, {
    submissionKey: REQUEST_KEY,
    level: 'kjf-coach',
    evidence: [dan.id],
    statement:
      'Со 2-м даном я шесть лет вёл детскую группу. Прошу зачесть это вместо ступени помощника тренера. (Пример демонстрации.)',
  });
}
