// @ts-check
import { runBuilt } from './lib/process/built-command.mjs';
import { runMain } from './lib/refusal.mjs';

await runMain(() => runBuilt('rotate-keys', 'npm run keys:rotate'));
