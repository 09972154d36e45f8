import { createPublicKey, randomBytes, sign, type KeyObject } from 'node:crypto';
import { bits, flag, integer, nothing, objectId, octets, sequence, set, tagged, time, utf8 } from './der.js';

const OIDS = {
  commonName: '2.5.4.3',
  organization: '2.5.4.10',
  sha256WithRsa: '1.2.840.113549.1.1.11',
  basicConstraints: '2.5.29.19',
  keyUsage: '2.5.29.15',
} as const;

const SERIAL_BYTES = 20;
const KEY_USAGE_DIGITAL_SIGNATURE = Buffer.from([0x80]);

/** A self-signed X.509 certificate as PEM; node:crypto reads certificates but makes none. */
export function selfSignedCertificate(subject: {
  privateKey: KeyObject;
  commonName: string;
  organization: string;
  from: Date;
  until: Date;
}): string {
  const algorithm = sequence(objectId(OIDS.sha256WithRsa), nothing());
  const name = sequence(
    nameOf(OIDS.organization, subject.organization),
    nameOf(OIDS.commonName, subject.commonName),
  );
  const body = sequence(
    tagged(0, integer(Buffer.from([2]))),
    integer(newSerial()),
    algorithm,
    name,
    sequence(time(subject.from), time(subject.until)),
    name,
    createPublicKey(subject.privateKey).export({ type: 'spki', format: 'der' }),
    tagged(3, extensions()),
  );
  const signature = sign('sha256', body, subject.privateKey);
  return toPem(sequence(body, algorithm, bits(signature)));
}

function nameOf(oid: string, value: string): Buffer {
  return set(sequence(objectId(oid), utf8(value)));
}

function extensions(): Buffer {
  return sequence(
    sequence(objectId(OIDS.basicConstraints), flag(true), octets(sequence())),
    sequence(objectId(OIDS.keyUsage), flag(true), octets(bits(KEY_USAGE_DIGITAL_SIGNATURE, 7))),
  );
}

/** Positive and of full length, so that its 40 hexadecimal digits have no leading zero to lose. */
function newSerial(): Buffer {
  const serial = randomBytes(SERIAL_BYTES);
  serial[0] = 0x40 | ((serial[0] ?? 0) & 0x3f);
  return serial;
}

function toPem(der: Buffer): string {
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}
