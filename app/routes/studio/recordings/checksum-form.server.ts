import { announceChecksum } from '~/domain/uploads/announce-checksum.server';
import { announceChecksumInput } from '~/domain/uploads/inputs';
import { form } from '~/web/handlers.server';

/** The browser's script tells the checksum of the file that it sends; no button does. */
export const checksumForm = form({
  schema: announceChecksumInput,
  async run({ ctx, input, url }) {
    await announceChecksum(ctx, input);
    return { redirectTo: url.pathname };
  },
});
