// @ts-check

import process from 'node:process';
import { runMain } from './lib/refusal.mjs';
import { runAllChecks } from './lib/testing/all-checks.mjs';

if (process.argv.includes('--all')) process.env.SHIHAN_TURN = 'all';
await runMain(() => runAllChecks({ browser: true }));
