import { listLevels } from '~/domain/frameworks/list-levels.server';
import { listCompletions } from '~/domain/learning/list-completions.server';
import type { Ports } from '~/platform/ports';

/** What evidence asks of frameworks and learning. */
export const evidencePorts: Pick<Ports, 'assessedLevel' | 'pendingCompletions'> = {
  async assessedLevel(ctx, slug) {
    const level = (await listLevels(ctx)).find((each) => each.slug === slug);
    if (!level) return null;
    const { framework, criteria, name } = level;
    return { slug, name, path: framework.path, zone: framework.zone, ...criteria };
  },
  pendingCompletions: (ctx, personId) => listCompletions(ctx, { personId }),
};
