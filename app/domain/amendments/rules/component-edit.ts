import type { ComponentRule } from '~/domain/frameworks/inputs';
import type { DraftRules } from '~/domain/frameworks/types';
import { revisedText, type TypedText } from '~/i18n/revised-text';
import { DomainError } from '~/platform/errors';
import type { DraftEdit } from '../inputs';

type Sent<P extends DraftEdit['part']> = Extract<DraftEdit, { part: P }>;
type Author = { by: string; at: Date };

/** What a condition is known by, and where one gets it. */
export type ComponentSource = Pick<ComponentRule, 'kind' | 'ref'>;

/**
 * The condition that a paper proves (`paper:<kind>`), or that a course gives (`course:<slug>`, `given` of the course:
 * undefined when there is no such course, null when it gives none). Throws `amendments.unknown-course`,
 * `amendments.gives-nothing` at the field.
 */
export function componentSource(source: string, given: string | null | undefined): ComponentSource {
  const [from, key = ''] = source.split(':');
  if (from === 'paper') return { kind: key, ref: 'papers' };
  if (given === undefined) throw new DomainError('invalid', 'amendments.unknown-course', { field: 'source' });
  if (!given) throw new DomainError('invalid', 'amendments.gives-nothing', { field: 'source' });
  return { kind: given, ref: source };
}

function typedName({ original, kk, ru, ja, en }: TypedText): TypedText {
  const typed = { original, kk, ru, ja, en };
  if (!typed[original]) throw new DomainError('invalid', 'amendments.needs-original', { field: original });
  return typed;
}

/** One more live condition; one of the same kind is there once. */
export function withComponent(
  rules: DraftRules,
  sent: Sent<'component'> & ComponentSource,
  author: Author,
): DraftRules {
  const { kind, ref } = sent;
  if (rules.components.some((each) => each.kind === kind))
    throw new DomainError('conflict', 'amendments.same-component', { field: 'source' });
  if (rules.components.length >= 20) throw new DomainError('conflict', 'amendments.too-many');
  const added: ComponentRule = { kind, name: revisedText(null, typedName(sent), author), ref };
  return { ...rules, components: [...rules.components, added] };
}

/** What a live condition is called. */
export function withComponentName(
  rules: DraftRules,
  sent: Sent<'component-name'>,
  author: Author,
): DraftRules {
  if (!rules.components.some(({ kind }) => kind === sent.kind))
    throw new DomainError('conflict', 'amendments.changed-meanwhile');
  const components = rules.components.map((each) =>
    each.kind === sent.kind ? { ...each, name: revisedText(each.name, typedName(sent), author) } : each,
  );
  return { ...rules, components };
}
