import { cachedPublicLoader } from '~/web/handlers.server';
import { DocumentPage, documentMeta } from './document-page';

export const loader = cachedPublicLoader(async () => null);

export const meta = documentMeta('about');

export default function About() {
  return <DocumentPage name="about" />;
}
