import { decideClaim } from '~/domain/claims/decide-claim.server';
import { handInClaim } from '~/domain/claims/hand-in-claim.server';
import type { Ctx } from '~/platform/context';
import { addDays, addMonths } from '~/platform/local-date';
import { daysAgo } from '../licensing';
import { actorOf } from '../people';
import { drawPaper } from './draw-paper';

/** The same in every run, so that a seed that was killed goes on without doubles. */
const [DAN_KEY, AID_KEY] = ['0199c000-0000-7000-8000-00000000da01', '0199c000-0000-7000-8000-00000000a1d1'];

const ZONE = 'Asia/Almaty';

/** A dan grade that is confirmed, and a first-aid certificate that waits for the registrar. */
export async function seedClaims(ctx: Ctx): Promise<void> {
  await confirmedDan(ctx);
  await waitingAid(ctx);
}

async function confirmedDan(ctx: Ctx): Promise<void> {
  const paper = { issuer: 'Федерация дзюдо Казахстана', number: 'Д-0412', issuedOn: '2018-06-20' };
  const picture = await drawPaper({
    kicker: paper.issuer,
    head: 'Диплом: 2-й дан',
    lines: ['Демо Тренер', `№ ${paper.number}`, '20.06.2018'],
    foot: 'Пример для демонстрации, не документ',
  });
  const { claimId } = await handInClaim(daysAgo(ctx, 12, await actorOf(ctx, 'coach@demo.test')), {
    ...paper,
    submissionKey: DAN_KEY,
    kind: 'dan-grade',
    title: null,
    grade: 2,
    nameOnPaper: 'Демо Тренер',
    validUntil: null,
    note: '',
    files: [{ name: 'Диплом 2 дан.png', bytes: picture }],
  });
  const office = daysAgo(ctx, 10, await actorOf(ctx, 'registrar@demo.test'));
  await decideClaim(office, { ...paper, act: 'confirm', claimId, validUntil: null, note: '' });
}

async function waitingAid(ctx: Ctx): Promise<void> {
  const then = daysAgo(ctx, 3, await actorOf(ctx, 'coach2@demo.test'));
  const issuedOn = addDays(then.clock.today(ZONE), -40);
  const validUntil = addDays(addMonths(issuedOn, 24), -1);
  const picture = await drawPaper({
    kicker: 'Қызыл Жарты ай, Қарағанды бөлімшесі (үлгі)',
    head: 'Алғашқы көмек куәлігі',
    lines: ['Демо Бапкер', '№ АК-1187', `${issuedOn} – ${validUntil}`],
    foot: 'Көрсетуге арналған үлгі, құжат емес',
  });
  await handInClaim(then, {
    submissionKey: AID_KEY,
    kind: 'first-aid',
    title: null,
    issuer: 'Қызыл Жарты ай, Қарағанды',
    number: 'АК-1187',
    nameOnPaper: 'Демо Бапкер',
    issuedOn,
    validUntil,
    note: '',
    files: [{ name: 'Алғашқы көмек.png', bytes: picture }],
  });
}
