import { parseEnvironment } from './parse-environment';

export type { Config } from './parse-environment';

/**
 * Reads the environment once. Throws `ConfigError` whose message names each wrong variable; the processes
 * print it and stop.
 */
export const readConfig = () => parseEnvironment(process.env);
