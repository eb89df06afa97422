import { z } from 'zod';

export const healthAnswer = z.object({ status: z.literal('ok') }).strict();

export const readyAnswer = z
  .object({
    database: z.boolean().meta({ description: 'The database answers.' }),
    worker: z.boolean().meta({ description: 'A worker gave a sign of life within the last 15 seconds.' }),
  })
  .strict();
