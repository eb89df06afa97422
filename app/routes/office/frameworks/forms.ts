import { z } from 'zod';

/** A button alone. */
export const beginForm = z.object({});
