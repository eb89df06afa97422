import { z } from 'zod';
import { localizedText, readText } from '~/i18n/content';
import type { Ctx } from '~/platform/context';
import { indexDocument } from '~/platform/search/index-document.server';
import { findWholeSeminar } from './seminars.server';

/** Writes a published seminar into the search index: words of its programme, place and hosts. Inside a transaction. */
export async function indexSeminar(tx: Ctx, { slug }: { slug: string }): Promise<void> {
  const seminar = await findWholeSeminar(tx.db, slug);
  if (!seminar) return;
  await indexDocument(tx, {
    kind: 'seminar',
    id: seminar.id,
    path: `/seminars/${slug}`,
    title: readText(seminar.title),
    texts: [
      readText(seminar.summary),
      ...z.array(localizedText).parse(seminar.outcomes),
      ...seminar.sessions.flatMap(({ title, summary }) => [readText(title), readText(summary)]),
      readText(seminar.place),
      ...seminar.hosts.map(({ name }) => readText(name)),
    ],
    techniqueIds: seminar.techniqueIds,
  });
}
