import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { getScoreSheet, type ScoreSheetView } from '~/domain/evidence/get-score-sheet.server';
import { signScoreSheet } from '~/domain/evidence/sign-score-sheet.server';
import { SheetFacts } from '~/ui/evidence/sheet-facts';
import { Facts } from '~/ui/kit/facts';
import { SubmitButton } from '~/ui/kit/field';
import { Form } from '~/ui/kit/form';
import { Notice } from '~/ui/kit/notice';
import { Text } from '~/ui/kit/text';
import { useT } from '~/ui/kit/use-t';
import { Page } from '~/ui/shell/page';
import { useFormState } from '~/web/form-state';
import { formAction, signedInLoader } from '~/web/handlers.server';
import { pageMeta } from '~/web/meta';
import { pagePath } from '~/web/paths';

type View = ScoreSheetView & { title: string };

export const loader = signedInLoader(async ({ ctx, params, t }): Promise<View> => {
  const view = await getScoreSheet(ctx, { sheetId: params.sheet ?? '' });
  const name = view.candidate?.displayName ?? t('evidence:assess.unknown');
  return { ...view, title: t('evidence:sheet.title', { name }) };
});

export const action = formAction({
  schema: z.object({}),
  async run({ ctx, params }) {
    const sheetId = params.sheet ?? '';
    await signScoreSheet(ctx, { sheetId });
    return { redirectTo: pagePath(ctx.lang, `/assess/${sheetId}`), flash: 'evidence:done.signed' };
  },
});

export const meta = pageMeta((view: View) => ({ title: view.title, noindex: true }));

export default function ScoreSheet() {
  const { sheet, level, assessor, secondSigner, canSign, title, candidate } = useLoaderData<typeof loader>();
  const { t, fmt } = useT();
  return (
    <Page
      width="text"
      title={title}
      lead={<Text value={level.name} quiet />}
      crumbs={[{ to: '/assess', label: t('evidence:assess.title') }]}
    >
      <div className="stack">
        {candidate?.organisation ? (
          <Text value={candidate.organisation} as="p" className="quiet" quiet />
        ) : null}
        <SheetFacts sheet={sheet} />
        <Facts
          items={[
            {
              label: t('evidence:sheet.assessor'),
              value: `${assessor}, ${fmt.dateTime(sheet.recordedAt, level.zone)}`,
            },
            {
              label: t('evidence:sheet.second-signer'),
              value: sheet.secondSignedAt
                ? `${secondSigner ?? ''}, ${fmt.dateTime(sheet.secondSignedAt, level.zone)}`
                : t('evidence:sheet.not-signed'),
            },
          ]}
        />
        {canSign ? <SignForm passed={sheet.passed} /> : null}
        {!canSign && sheet.state === 'to-sign' ? (
          <Notice>
            <p>{t('evidence:sheet.waits')}</p>
          </Notice>
        ) : null}
      </div>
    </Page>
  );
}

function SignForm({ passed }: { passed: boolean }) {
  const { t } = useT();
  const state = useFormState();
  return (
    <Form state={state}>
      <p>{passed ? t('evidence:sheet.sign-passed') : t('evidence:sheet.sign-failed')}</p>
      <SubmitButton>{t('evidence:sheet.sign')}</SubmitButton>
    </Form>
  );
}
