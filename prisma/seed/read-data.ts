import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { z } from 'zod';

/** Reads and checks a file of prisma/seed/data; null when there is none. The process runs in the project's folder. */
export async function readData<T>(name: string, schema: z.ZodType<T>): Promise<T | null> {
  try {
    return schema.parse(JSON.parse(await readFile(resolve('prisma/seed/data', name), 'utf8')));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
