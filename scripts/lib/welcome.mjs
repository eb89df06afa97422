// @ts-check
import process from 'node:process';
import { say } from './refusal.mjs';

const DEMO_LOGINS = [
  'coach',
  'coach2',
  'instructor',
  'editor',
  'assessor',
  'assessor2',
  'registrar',
  'registrar2',
  'registrar3',
  'registrar4',
  'coordinator',
  'observer',
  'admin',
];
const DEMO_PASSWORD = 'shihan-demo';

/**
 * Print where the site is, who may sign in, and what is off.
 * @param {import('./settings.mjs').Settings} settings
 * @param {string | null} ffmpegOff why packaging of video is off
 * @param {import('./settings.mjs').Environment} [env]
 */
export function welcome(settings, ffmpegOff, env = process.env) {
  const lines = ['', `Shihan is ready: ${settings.publicUrl}`];
  if (settings.demo) {
    lines.push('', `Demo logins (password ${DEMO_PASSWORD}):`);
    for (const name of DEMO_LOGINS) lines.push(`  ${name}@demo.test`);
  }
  const off = listOff(ffmpegOff, env);
  if (off.length > 0) lines.push('', 'Off:', ...off.map((line) => `  ${line}`));
  say([...lines, '', 'Stop with Ctrl-C.'].join('\n'));
}

/** @param {string | null} ffmpegOff @param {import('./settings.mjs').Environment} env */
function listOff(ffmpegOff, env) {
  const off = [];
  if (ffmpegOff) off.push(`new video is not packaged: ${ffmpegOff}`);
  if (!env.SMTP_URL) off.push('mail is not sent, it waits in /admin/outbox (set SMTP_URL to send it)');
  return off;
}
