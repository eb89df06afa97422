import { z } from 'zod';
import { MODES, type Mode } from '~/domain/seminars/inputs';
import { readData } from '../read-data';
import { type Texts, texts } from './texts';

const session = z.object({ starts_at: z.string(), minutes: z.number(), title: texts, summary: texts });

const seminar = z.object({
  id: z.string(),
  mode: z.string().transform((mode): Mode => MODES.find((known) => mode.startsWith(known)) ?? 'online'),
  host: texts,
  place: texts,
  timezone: z.string(),
  capacity: z.number(),
  ce_points: z.number(),
  title: texts,
  summary: texts,
  outcomes: z.array(texts),
  technique_ids: z.array(z.string()),
  sessions: z.array(session),
});
export type SampleSeminar = z.infer<typeof seminar>;

const words = z.object({ words: z.record(z.string(), z.object({ kk: z.string(), ja: z.string() })) });

/** The seminars of the sample catalogue, with the Kazakh and Japanese words that it lacks, by the English ones. */
export async function readSeminars(): Promise<SampleSeminar[]> {
  const file = await readData('sample-catalogue.json', z.object({ seminars: z.array(seminar) }));
  const more = await readData('showcase/seminar-words.json', words);
  if (!file || !more) throw new Error('The sample catalogue is missing');
  const filled = (text: Texts): Texts => ({ ...more.words[text.en ?? ''], ...text });
  return file.seminars.map((each) => ({
    ...each,
    outcomes: each.outcomes.map(filled),
    sessions: each.sessions.map((one) => ({ ...one, summary: filled(one.summary) })),
  }));
}
