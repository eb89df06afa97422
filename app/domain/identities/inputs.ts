import { z } from 'zod';
import { localDate } from '~/platform/input';

export { checkDigit, type IinFault, type IinReading, maskIin, maskRuns, readIin } from './rules/iin';

export const giveBirthdaySchema = z.object({ birthOn: localDate });
export type GiveBirthdayInput = z.input<typeof giveBirthdaySchema>;
