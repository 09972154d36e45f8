import { createPublicKey, type KeyObject, X509Certificate } from 'node:crypto';

export interface TrustedKeys {
  /** The WeChat Pay public key and its number, `PUB_KEY_ID_…`. */
  readonly publicKey?: { readonly id: string; readonly pem: string };
  /** Platform certificates of older merchants, several PEM blocks in one text. */
  readonly platformCertificates?: string;
}

interface TrustedKey {
  readonly key: KeyObject;
  readonly validFrom: number;
  readonly validTo: number;
}

/**
 * Which key belongs to a `Wechatpay-Serial`. Holds only what the configuration trusts: a serial from outside
 * never makes it fetch anything.
 */
export class Serials {
  private readonly keys = new Map<string, TrustedKey>();

  constructor(trusted: TrustedKeys) {
    if (trusted.publicKey) {
      const { id, pem } = trusted.publicKey;
      this.trust(id, { key: createPublicKey(pem), validFrom: -Infinity, validTo: Infinity });
    }
    for (const pem of certificateBlocks(trusted.platformCertificates ?? '')) {
      const certificate = new X509Certificate(pem);
      this.trust(certificate.serialNumber, {
        key: certificate.publicKey,
        validFrom: Date.parse(certificate.validFrom),
        validTo: Date.parse(certificate.validTo),
      });
    }
    if (this.keys.size === 0) {
      throw new Error('WeChat Pay needs its public key or a platform certificate to verify anything');
    }
  }

  keyOf(serial: string, now: Date): KeyObject | undefined {
    const trusted = this.keys.get(serial);
    const at = now.getTime();
    return trusted && at >= trusted.validFrom && at <= trusted.validTo ? trusted.key : undefined;
  }

  private trust(serial: string, trusted: TrustedKey): void {
    if (trusted.key.asymmetricKeyType !== 'rsa') {
      throw new Error(`The WeChat Pay key ${serial} is not an RSA key`);
    }
    this.keys.set(serial, trusted);
  }
}

function certificateBlocks(text: string): string[] {
  return text.match(/-----BEGIN CERTIFICATE-----.+?-----END CERTIFICATE-----/gs) ?? [];
}
