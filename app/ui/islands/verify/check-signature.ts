const bytesOf = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (sign) => sign.charCodeAt(0));

/** Null where the browser does not know Ed25519, or shows its cryptography to no page like this one. */
async function byBrowser(key: Uint8Array<ArrayBuffer>, signature: BufferSource, body: BufferSource) {
  try {
    const known = await crypto.subtle.importKey('raw', key, { name: 'Ed25519' }, false, ['verify']);
    return await crypto.subtle.verify({ name: 'Ed25519' }, known, signature, body);
  } catch {
    return null;
  }
}

/** Whether the key signed the bytes; `publicKey` is 32 bytes in base64url. */
export async function isSignedBy(
  publicKey: string,
  signature: Uint8Array,
  body: Uint8Array,
): Promise<boolean> {
  const key = bytesOf(publicKey);
  const answer = await byBrowser(key, Uint8Array.from(signature), Uint8Array.from(body));
  if (answer !== null) return answer;
  const { verifySignature } = await import('./ed25519');
  return verifySignature(key, signature, body);
}

/** Whether the browser checks signatures itself. */
export async function knowsSignatures(): Promise<boolean> {
  const none = new Uint8Array(64);
  const key = new Uint8Array(32);
  key[0] = 1;
  return (await byBrowser(key, none, none)) !== null;
}
