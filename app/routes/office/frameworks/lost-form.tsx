import { useActionData } from '@remix-run/react';
import type { OpenAmendment, Rulebook } from '~/domain/amendments/types';
import { LANGS } from '~/i18n/locales';
import { FormError, type FormState } from '~/ui/kit/form';
import { useT } from '~/ui/kit/use-t';

const TYPED = ['note', ...LANGS];

/** Whether the page of a level still has the form that was sent back. */
export function isDrawnOfBook({ open, coming, mayAmend }: Rulebook, { intent, values }: FormState): boolean {
  if (!mayAmend) return false;
  if (open) return open.powers.some((power) => power === intent);
  return intent === 'begin' || coming.some(({ rules }) => rules.id === values.ruleSetId);
}

/** The same for the page of a draft. Buttons that take something out have no place of their own for words. */
export function isDrawnOfDraft(
  { rules, parts, tiers }: OpenAmendment,
  { intent, values }: FormState,
): boolean {
  const { place, kind } = values;
  switch (intent) {
    case 'group':
      return parts.some((part) => part.group && part.place === place);
    case 'remove-requirement':
      return [
        ...parts,
        ...parts.flatMap(({ group }) => group?.rows ?? []),
        ...tiers.flatMap(({ rows }) => rows),
      ]
        .filter((row) => !('group' in row && row.group))
        .some((row) => row.place === place);
    case 'component-name':
      return rules?.components.some((each) => each.kind === kind) ?? false;
    case 'remove-component':
    case 'remove-tier':
      return false;
    default:
      return true;
  }
}

/** Why a form was refused that the page does not have any more, and the words that were typed into it. */
export function LostForm({ isDrawn }: { isDrawn(sent: FormState): boolean }) {
  const { t } = useT();
  const sent = useActionData<{ form?: FormState }>()?.form;
  if (!sent || isDrawn(sent)) return null;
  const typed = TYPED.flatMap((name) => {
    const value = sent.values[name];
    return typeof value === 'string' && value !== '' ? [{ name, value }] : [];
  });
  return (
    <div className="stack stack-s">
      <FormError state={sent} />
      {typed.length > 0 ? <p>{t('amendments:field.kept')}</p> : null}
      {typed.map(({ name, value }) => (
        <blockquote key={name} className="quiet">
          {value}
        </blockquote>
      ))}
    </div>
  );
}
