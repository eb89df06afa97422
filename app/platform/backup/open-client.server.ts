import pg from 'pg';

export type OpenClient = {
  client: pg.Client;
  /** Throws what broke the connection, when something did. */
  requireWhole(): void;
  /** Ends the connection, once. */
  close(): Promise<void>;
};

/** Connects for work that takes long: no statement and no pause in it is too long for the database. */
export async function openClient(url: string, name: string): Promise<OpenClient> {
  const client = new pg.Client({ connectionString: url, application_name: name, keepAlive: true });
  let broken: Error | null = null;
  let ended: Promise<void> | null = null;
  client.on('error', (error) => {
    broken ??= error;
  });
  const close = () => {
    ended ??= client.end();
    return ended;
  };
  await client.connect();
  try {
    await client.query('SET statement_timeout = 0');
    await client.query('SET idle_in_transaction_session_timeout = 0');
  } catch (error) {
    await close();
    throw error;
  }
  const requireWhole = () => {
    if (broken) throw broken;
  };
  return { client, requireWhole, close };
}
