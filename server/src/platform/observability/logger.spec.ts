import { QueryFailedError } from 'typeorm';
import { Refusal } from '../http/index.js';
import { StructuredLogger, createPino } from './logger.js';

describe('the log', () => {
  let written: string;
  let logger: StructuredLogger;

  beforeEach(() => {
    written = '';
    logger = new StructuredLogger(createPino('debug', { write: (line) => (written += line) }));
  });

  it('is one line of JSON an event, with where it came from', () => {
    logger.warn('It is late', 'Clock');
    expect(JSON.parse(written)).toMatchObject({ level: 40, msg: 'It is late', context: 'Clock' });
    expect(written.trim().split('\n')).toHaveLength(1);
  });

  it('never holds a secret or a phone, however deep a field lies', () => {
    const secrets = { phone: '13800138000', token: 'a-token', password: 'a-password', session_key: 'a-key' };
    logger.error({ ...secrets, request: { ...secrets, body: secrets } }, 'It failed');
    for (const secret of Object.values(secrets)) {
      expect(written).not.toContain(secret);
    }
  });

  it('tells of a failed statement what failed, and none of the values it was to write', () => {
    const fromDriver = Object.assign(new Error('Column is too short'), {
      code: 'ER_DATA_TOO_LONG',
      sql: "INSERT INTO review (text) VALUES ('打 13800138000 找我')",
    });
    const error = new QueryFailedError(
      'INSERT INTO review (text) VALUES (?)',
      ['打 13800138000 找我'],
      fromDriver,
    );
    logger.error({ err: error }, 'POST /api/member/reviews failed');
    expect(written).not.toContain('13800138000');
    expect(JSON.parse(written)).toMatchObject({
      err: {
        type: 'QueryFailedError',
        message: 'Column is too short',
        reason: 'ER_DATA_TOO_LONG',
        cause: { message: 'Column is too short' },
      },
    });
  });

  it('tells why a refusal happened that is a fault of somebody else', () => {
    const refusal = new Refusal('unavailable', { data: { phone: '13800138000' } });
    refusal.cause = new Error('nobody answers');
    logger.error({ err: refusal });
    expect(JSON.parse(written)).toMatchObject({
      err: { reason: 'unavailable', cause: { message: 'nobody answers' } },
    });
    expect(written).not.toContain('13800138000');
  });
});
