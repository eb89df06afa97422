/** Where the bytes of an upload lie in storage, from the first one on: it becomes the master without being copied. */
export const keyOf = (uploadId: string): string => `masters/${uploadId}`;
