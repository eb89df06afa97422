import { prepareTemplate } from './template-database';

/** Before the first test: a migrated template on a real PostgreSQL, from which every test file clones its own. */
export default async function setup(): Promise<() => Promise<void>> {
  const template = await prepareTemplate();
  process.env.SHIHAN_TEST_SERVER = template.serverUrl;
  process.env.SHIHAN_TEST_TEMPLATE = template.name;
  return template.stop;
}
