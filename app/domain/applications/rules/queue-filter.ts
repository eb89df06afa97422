import type { z } from 'zod';
import type { Level } from '~/domain/frameworks/types';
import type { Scope } from '~/domain/licensing/policy';
import { foldName } from '~/platform/folding/names';
import type { listApplicationsSchema } from '../inputs';

type Asked = Omit<z.output<typeof listApplicationsSchema>, 'after'>;

/** What the queue's statement asks for. */
export const queueFilter = (
  { list, kind, level, path, q }: Asked,
  levels: readonly Level[],
  scope: Scope,
) => ({
  list,
  kind,
  path,
  q: foldName(q),
  levelIds: level ? levels.filter(({ slug }) => slug === level).map(({ id }) => id) : null,
  scope,
});
