import { cachedPublicLoader } from '~/web/handlers.server';
import { DocumentPage, documentMeta } from './document-page';

export const loader = cachedPublicLoader(async () => null);

export const meta = documentMeta('accessibility');

export default function Accessibility() {
  return <DocumentPage name="accessibility" />;
}
