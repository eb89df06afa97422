import type { Mode } from './settings';

/** What browsers tell about a connection; most tell nothing. */
export interface Connection {
  saveData?: boolean;
  effectiveType?: string;
}

/** The full player on good and on unknown connections, the small file wherever data or time is short. */
export function chooseMode(connection: Connection | undefined, chosen: Mode | undefined): Mode {
  if (chosen) return chosen;
  if (connection?.saveData) return 'small';
  return connection?.effectiveType === undefined || connection.effectiveType === '4g' ? 'full' : 'small';
}
