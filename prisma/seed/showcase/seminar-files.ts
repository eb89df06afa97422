import { z } from 'zod';
import { MODES, type Mode } from '~/domain/seminars/inputs';
import { readData } from '../read-data';
import { texts } from './texts';

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

/** The seminars of the sample catalogue. */
export async function readSeminars(): Promise<SampleSeminar[]> {
  const file = await readData('sample-catalogue.json', z.object({ seminars: z.array(seminar) }));
  if (!file) throw new Error('The sample catalogue is missing');
  return file.seminars;
}
