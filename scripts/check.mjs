// @ts-check

import { runMain } from './lib/refusal.mjs';
import { runAllChecks } from './lib/testing/all-checks.mjs';

await runMain(() => runAllChecks({ browser: false }));
