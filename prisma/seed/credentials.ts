import { setRegisterListing } from '~/domain/credentials/set-register-listing.server';
import type { Ctx } from '~/platform/context';
import { HOLDER_STORIES } from './demo-holders';
import { actorOf } from './people';

/** Every fourth holder does not want to stand in the public register. */
const SHY = 4;

/** The answers of the demo's holders to the question of the public register; asked again they stay the same. */
export async function seedRegister(ctx: Ctx): Promise<void> {
  for (const index of HOLDER_STORIES.keys()) {
    if (index % SHY === SHY - 1) continue;
    const actor = await actorOf(ctx, `holder${index + 1}@demo.test`);
    await setRegisterListing({ ...ctx, actor, lang: actor.lang }, { listed: true });
  }
}
