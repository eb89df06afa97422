import { SubmitButton } from '~/ui/kit/field';
import { Form } from '~/ui/kit/form';
import { A } from '~/ui/kit/link';
import { useT } from '~/ui/kit/use-t';

/** Whether the holder stands in the public register, and the one button that changes it. */
export function RegisterListing({ listing }: { listing: { listed: boolean; since: string | null } }) {
  const { t, fmt } = useT();
  const { listed, since } = listing;
  return (
    <section className="stack" aria-labelledby="listing">
      <h2 id="listing">{t('credentials:listing.title')}</h2>
      <p className="strong">
        {listed && since
          ? t('credentials:listing.state-yes', { date: fmt.date(since) })
          : t('credentials:listing.state-no')}
      </p>
      <p className="measure">{t('credentials:listing.text')}</p>
      <Form intent="listing">
        <input type="hidden" name="listed" value={listed ? 'no' : 'yes'} />
        <div className="row">
          <SubmitButton look="plain">
            {listed ? t('credentials:listing.withdraw') : t('credentials:listing.agree')}
          </SubmitButton>
          <A to="/register" className="link target">
            {t('credentials:register.title')}
          </A>
        </div>
      </Form>
    </section>
  );
}
