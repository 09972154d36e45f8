import { hash, verify } from '@node-rs/argon2';

/** argon2id with 19 MiB and two passes, OWASP's recommendation. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Of a random password that nobody knows: an account that isn't there takes as long to refuse as one that is. */
const NOBODYS_HASH =
  '$argon2id$v=19$m=19456,t=2,p=1$7ZIzy+Rz00vNlTNbcNLnEA$mX0g1pOCbV4DJZKLEsj4E4o8ZiHAuSNMaj8poutM8Mo';

export function hashPassword(password: string): Promise<string> {
  return hash(password, COST);
}

export async function isPassword(passwordHash: string | undefined, password: string): Promise<boolean> {
  const right = await verify(passwordHash ?? NOBODYS_HASH, password);
  return right && passwordHash !== undefined;
}
