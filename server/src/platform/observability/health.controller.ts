import { timingSafeEqual } from 'node:crypto';
import { Controller, Get, Header, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Public } from '../auth/access.js';
import { Config } from '../config/index.js';
import { Database } from '../database/index.js';
import { Refusal, notFound } from '../http/index.js';
import { Metrics } from './metrics.js';

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

@ApiExcludeController()
@Controller()
export class HealthController {
  constructor(
    private readonly database: Database,
    private readonly metrics: Metrics,
    private readonly config: Config,
  ) {}

  /** The process answers. */
  @Get('health/live')
  @Public('probes have no identity')
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  /** The process can do its work. */
  @Get('health/ready')
  @Public('probes have no identity')
  async ready(): Promise<{ status: 'ok' }> {
    try {
      await this.database.one('SELECT 1');
    } catch {
      throw new Refusal('unavailable');
    }
    return { status: 'ok' };
  }

  /** From this machine, or with the configured token. */
  @Get('metrics')
  @Public('guarded by its own token')
  @Header('content-type', 'text/plain; version=0.0.4')
  async readMetrics(@Req() request: FastifyRequest): Promise<string> {
    if (!this.mayReadMetrics(request)) {
      throw notFound();
    }
    return this.metrics.registry.metrics();
  }

  private mayReadMetrics(request: FastifyRequest): boolean {
    const token = this.config.get('metricsToken');
    if (token === undefined) {
      return LOOPBACK.has(request.ip);
    }
    const given = Buffer.from(request.headers.authorization ?? '');
    const expected = Buffer.from(`Bearer ${token}`);
    return given.length === expected.length && timingSafeEqual(given, expected);
  }
}
