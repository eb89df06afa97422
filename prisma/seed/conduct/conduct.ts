import { acceptCode } from '~/domain/conduct/accept-code.server';
import { decideVersion } from '~/domain/conduct/decide-version.server';
import { proposeVersion } from '~/domain/conduct/propose-version.server';
import type { Ctx } from '~/platform/context';
import { daysAgo } from '../licensing';
import { actorOf } from '../people';
import { DEMO_CODE } from './code-text';

/** The same in every run, so that a seed that was killed goes on without doubles. */
const KEY = '0199c000-0000-7000-8000-00000000c0d1';

const ZONE = 'Asia/Almaty';

/** Version 1 of the code of the demo's federation, with both keys; one coach has accepted it. */
export async function seedConduct(ctx: Ctx): Promise<void> {
  const proposing = daysAgo(ctx, 62, await actorOf(ctx, 'registrar@demo.test'));
  const confirming = daysAgo(ctx, 60, await actorOf(ctx, 'registrar2@demo.test'));
  const { versionId } = await proposeVersion(proposing, {
    submissionKey: KEY,
    framework: 'kjf',
    original: 'ru',
    text: DEMO_CODE,
    machine: ['kk', 'ja'],
    inForceFrom: confirming.clock.today(ZONE),
    reason: 'Первая версия: общие правила поведения для всех тренеров. Пример демонстрации.',
    document: 'Пример: протокол исполкома № 0',
  });
  await decideVersion(confirming, { versionId, decision: 'confirm' });
  const coach = await actorOf(ctx, 'coach2@demo.test');
  await acceptCode(daysAgo(ctx, 45, coach), { versionId });
}
