import { cachedPublicLoader } from '~/web/handlers.server';
import { DocumentPage, documentMeta } from './document-page';

export const loader = cachedPublicLoader(async () => null);

export const meta = documentMeta('privacy');

export default function Privacy() {
  return <DocumentPage name="privacy" />;
}
