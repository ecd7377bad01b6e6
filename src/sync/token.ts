import { SignJWT } from 'jose';

/**
 * What a Shaarli wants to see with every request: a JSON Web Token of the moment, signed with the secret.
 * @param now ms since 1970 by the server's clock
 * @see https://www.rfc-editor.org/rfc/rfc7519
 */
export function tokenFor(secret: string, now: number): Promise<string> {
  return new SignJWT({})
    .setProtectedHeader({ typ: 'JWT', alg: 'HS512' })
    .setIssuedAt(Math.floor(now / 1000) - MIDDLE)
    .sign(new TextEncoder().encode(secret));
}

/** It takes tokens of the last 540 seconds and none of the future: the middle of that bears the most, either way (s). */
const MIDDLE = 270;
