/** An upload as pages show it; bytes are those the storage has confirmed. */
export interface ShownUpload {
  uploadId: string;
  assetId: string;
  fileName: string;
  bytes: number;
  receivedBytes: number;
  /** The actor began it and may go on with it. */
  isOwn: boolean;
  state: 'under-way' | 'arrived' | 'accepted' | 'ended';
  /** Why it ended: checksum-differs, cancelled, expired. */
  refusal: string | null;
  sha256: string | null;
  /** The browser told the same checksum. */
  isConfirmed: boolean;
  /** Removed when no byte comes before this moment; null once all are here. */
  expiresAt: string | null;
}
