/**
 * Packed: a text as bytes that nobody reads by accident. It keeps answers out of sight, of search
 * and of editors; it is no secret, since a copy that can run its checks can also open them.
 */
import { createCipheriv, createDecipheriv, createHash } from "node:crypto";

const CIPHER = "aes-256-gcm";
const KEY: Buffer = sha256("gradus: answers, not for reading");
const IV_LENGTH = 12;
const TAG_LENGTH = 16;

/** Bytes that are no sealed text, or not the whole of one. */
export class SealError extends Error {
  override readonly name = "SealError";
}

/**
 * Seals a text; the same text gives the same bytes, on every machine.
 *
 * @returns initialization vector, authentication tag and encrypted text, one after the other
 */
export function seal(text: string): Buffer {
  const iv = sha256(text).subarray(0, IV_LENGTH);
  const cipher = createCipheriv(CIPHER, KEY, iv);
  const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]);
}

/**
 * The text that was sealed.
 *
 * @throws {@link SealError} if a single bit of it differs
 */
export function unseal(bytes: Uint8Array): string {
  const iv = bytes.subarray(0, IV_LENGTH);
  const tag = bytes.subarray(IV_LENGTH, IV_LENGTH + TAG_LENGTH);
  if (tag.length < TAG_LENGTH) throw new SealError("The file is too short to be a sealed text.");
  try {
    const decipher = createDecipheriv(CIPHER, KEY, iv).setAuthTag(tag);
    const body = decipher.update(bytes.subarray(IV_LENGTH + TAG_LENGTH));
    return Buffer.concat([body, decipher.final()]).toString("utf8");
  } catch {
    throw new SealError("The file is damaged: it is not what was sealed.");
  }
}

function sha256(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
