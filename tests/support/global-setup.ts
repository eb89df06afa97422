import { demoTemplate } from './demo-template';
import { prepareTemplate } from './template-database';

/** Before the first test: a migrated template on a real PostgreSQL, from which every test file clones its own. */
export default async function setup(): Promise<() => Promise<void>> {
  const template = await prepareTemplate();
  process.env.SHIHAN_TEST_SERVER = template.serverUrl;
  process.env.SHIHAN_TEST_TEMPLATE = template.name;
  // A run of all files needs the demo; it is loaded while files without it run.
  const demo = process.env.SHIHAN_ALL_TESTS ? demoTemplate().catch(() => null) : null;
  return async () => {
    await demo;
    await template.stop();
  };
}
