import { writeFileSync } from 'node:fs';
import { demoTemplate } from './demo-template';
import { prepareTemplate } from './template-database';

/** Before the first test: a migrated template on a real PostgreSQL, from which every test file clones its own. */
export default async function setup(): Promise<() => Promise<void>> {
  const template = await prepareTemplate();
  process.env.SHIHAN_TEST_SERVER = template.serverUrl;
  process.env.SHIHAN_TEST_TEMPLATE = template.name;
  const mark = process.env.SHIHAN_ALL_TESTS;
  const demo = mark ? demoForAll(mark) : null;
  return async () => {
    await demo;
    await template.stop();
  };
}

/** A run of all files needs the demo; it is loaded while files without it run, and a mark tells when it is there. */
async function demoForAll(mark: string): Promise<void> {
  await demoTemplate().catch(() => null);
  writeFileSync(mark, '');
}
