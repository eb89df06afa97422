import { beforeAll, describe, expect, it } from 'vitest';
import { useSite } from '../../support/site';
import type { WebClient } from '../../support/web-client';

const site = useSite({ demo: true });

const MINE = '/ru/me/qualifications/kjf-coach/equivalence';
let request: { id: string; at: string };
let coach: WebClient;
let [first, second, third]: WebClient[] = [];

beforeAll(async () => {
  const { rows } = await site.current.services.database.pool.query<{ id: string }>(
    'SELECT id FROM equivalence_request ORDER BY asked_at LIMIT 1',
  );
  const id = rows[0]?.id ?? '';
  request = { id, at: `/ru/office/equivalences/requests/${id}` };
  coach = await site.current.signIn('coach');
  [first, second, third] = await Promise.all(
    ['registrar', 'registrar2', 'registrar3'].map((name) => site.current.signIn(name)),
  );
});

const proposalOf = async (who: WebClient | undefined): Promise<string> => {
  const { text } = (await who?.get(request.at)) ?? { text: '' };
  return /name="proposalId" value="([0-9a-f-]{36})"/u.exec(text)?.[1] ?? '';
};

describe('a coach’s request, without scripts', () => {
  it('refused, it is appealed against beside the refusal, and open again when that is allowed', async () => {
    await first?.post(request.at, { intent: 'refuse', note: 'Практики не было' });
    const own = (await coach.get(MINE)).text;
    for (const words of ['Практики не было', 'Подать апелляцию…', `value="${request.id}"`])
      expect(own).toContain(words);
    const wordless = await coach.post(MINE, { intent: 'appeal', requestId: request.id, text: '' });
    expect(wordless.status).toBe(422);
    const text = 'Практика была';
    const sent = await coach.post(MINE, { intent: 'appeal', requestId: request.id, text });
    expect(sent).toMatchObject({ status: 303, location: MINE });
    const waiting = (await coach.get(MINE)).text;
    for (const words of [text, 'Апелляция: рассматривается', 'Если сейчас подать новую просьбу'])
      expect(waiting).toContain(words);
    const appeal = /href="(\/ru\/office\/appeals\/[^"]+)"/u.exec(
      (await first?.get(request.at))?.text ?? '',
    )?.[1];
    expect((await first?.get(appeal ?? ''))?.text).toContain('Вы участвовали в этом решении');
    const page = (await third?.get(appeal ?? ''))?.text;
    for (const words of ['Отказ зачесть документ', 'Просьба снова откроется', `href="${request.at}"`])
      expect(page).toContain(words);
    await third?.post(appeal ?? '', { intent: 'allow', document: 'протокол 12', answer: 'Решить заново' });
    const after = (await coach.get(MINE)).text;
    for (const words of ['ждёт решения', 'Апелляция: удовлетворена', 'Решить заново'])
      expect(after).toContain(words);
  });

  it('granted by two, its taking back is proposed, withdrawn and, by whoever was too late, not answered', async () => {
    const grant = { counts: 'level:kjf-assistant', document: 'протокол 13', note: 'Да' };
    await first?.post(request.at, { intent: 'grant', ...grant });
    await second?.post(request.at, { intent: 'confirm', proposalId: await proposalOf(second) });
    const revoke = { effectiveOn: '2199-12-31', document: 'протокол 14', note: 'Ошибка' };
    await second?.post(request.at, { intent: 'revoke', ...revoke });
    const closed = '/ru/office/equivalences/requests?list=closed';
    expect((await first?.get(closed))?.text).toContain('Отмена зачёта ждёт второго ключа');
    const proposalId = await proposalOf(first);
    expect((await first?.get(request.at))?.text).toContain('value="keep"');
    await second?.post(request.at, { intent: 'withdraw-revoke', proposalId, note: '' });
    const late = await first?.post(request.at, { intent: 'keep', proposalId, note: 'Ошибки нет' });
    expect(late?.status).toBe(409);
    expect(late?.text).toContain('Предложения отменить зачёт сейчас нет');
    expect((await first?.get(request.at))?.text).toContain('Предложение отменить отозвано');
    expect((await coach.get(MINE)).text).not.toContain('протокол 14');
  });
});
