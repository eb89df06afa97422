import { beforeAll } from 'vitest';
import type { Lang } from '~/i18n/locales';
import type { Actor } from '~/platform/actor';
import { newId } from '~/platform/ids';
import { seedLexicon } from '../../../prisma/seed/lexicon';
import { actorWith, type TestWorld, useWorld } from '../../support/database';

/** A world with the whole lexicon in it. */
export function useLexicon(): { readonly current: TestWorld } {
  const world = useWorld();
  beforeAll(() => seedLexicon(world.current.ctx()));
  return world;
}

/** An editor, of one language where one is given. */
export const editor = (lang: Lang | null = null): Actor =>
  actorWith([], '/judos/', {
    grants: [{ role: 'editor', organisationId: newId(), path: '/judos/', lang, level: null }],
  });
