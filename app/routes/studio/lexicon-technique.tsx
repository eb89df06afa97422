import { useLoaderData } from '@remix-run/react';
import { addAlias } from '~/domain/lexicon/add-alias.server';
import { addRelation } from '~/domain/lexicon/add-relation.server';
import { getTechnique } from '~/domain/lexicon/get-technique.server';
import { addAliasForm, addRelationForm, aliasInput, relationInput } from '~/domain/lexicon/inputs';
import { mayEditLexicon } from '~/domain/lexicon/policy';
import { removeAlias } from '~/domain/lexicon/remove-alias.server';
import { removeRelation } from '~/domain/lexicon/remove-relation.server';
import { restoreAlias } from '~/domain/lexicon/restore-alias.server';
import { DomainError } from '~/platform/errors';
import { ButtonLink } from '~/ui/kit/button';
import { useT } from '~/ui/kit/use-t';
import { RubyName, readerName } from '~/ui/lexicon/technique-name';
import { Page } from '~/ui/shell/page';
import { form, formActions, type LoadArgs, signedInLoader } from '~/web/handlers.server';
import { pageMeta } from '~/web/meta';
import { pagePath } from '~/web/paths';
import { AliasSection } from './alias-section';
import { RelationSection } from './relation-section';

/** Editors only, before anything is looked up. */
function techniqueOf({ ctx, params }: LoadArgs): string {
  if (!mayEditLexicon(ctx.actor)) throw new DomainError('forbidden', 'lexicon.cannot-edit');
  return params.technique ?? '';
}

export const loader = signedInLoader(async (args) => {
  return { technique: await getTechnique(args.ctx, { id: techniqueOf(args) }) };
});

const done = (args: LoadArgs, what: string) => ({
  redirectTo: pagePath(args.ctx.lang, `/studio/lexicon/${encodeURIComponent(techniqueOf(args))}`),
  flash: `lexicon:done.${what}`,
});

export const action = formActions({
  'add-alias': form({
    schema: addAliasForm,
    async run(args) {
      await addAlias(args.ctx, { ...args.input, techniqueId: techniqueOf(args) });
      return done(args, 'alias-added');
    },
  }),
  'remove-alias': form({
    schema: aliasInput,
    async run(args) {
      await removeAlias(args.ctx, args.input);
      return done(args, 'alias-removed');
    },
  }),
  'restore-alias': form({
    schema: aliasInput,
    async run(args) {
      await restoreAlias(args.ctx, args.input);
      return done(args, 'alias-restored');
    },
  }),
  'add-relation': form({
    schema: addRelationForm,
    async run(args) {
      await addRelation(args.ctx, { ...args.input, fromId: techniqueOf(args) });
      return done(args, 'relation-added');
    },
  }),
  'remove-relation': form({
    schema: relationInput,
    async run(args) {
      await removeRelation(args.ctx, args.input);
      return done(args, 'relation-removed');
    },
  }),
});

export const meta = pageMeta<unknown>((_data, t) => ({ title: t('lexicon:studio.title'), noindex: true }));

export default function LexiconTechnique() {
  const { t, lang } = useT();
  const { technique } = useLoaderData<typeof loader>();
  const { id, names } = technique;
  return (
    <Page
      title={
        <>
          <RubyName names={names} /> {lang === 'ja' ? null : readerName(names, lang)}
        </>
      }
      width="office"
      crumbs={[{ to: '/studio/lexicon', label: t('lexicon:studio.title') }]}
      actions={
        <ButtonLink to={`/techniques/${id}`} look="plain" small>
          {t('lexicon:studio.public')}
        </ButtonLink>
      }
    >
      <AliasSection aliases={technique.aliases} />
      <RelationSection relations={technique.onward} />
    </Page>
  );
}
