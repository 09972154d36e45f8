import { Injectable } from '@nestjs/common';
import { BRAND_ZONE, businessDayOf } from './business-day.js';

/** The only source of "now". Tests replace it with {@link TestClock}. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }

  /** Today's business day, 'YYYY-MM-DD', in the brand's zone. */
  businessDay(zone: string = BRAND_ZONE): string {
    return businessDayOf(this.now(), zone);
  }

  /** The instant `ms` milliseconds from now (negative for the past). */
  in(ms: number): Date {
    return new Date(this.now().getTime() + ms);
  }
}

/** A clock that stands still until it is moved. */
export class TestClock extends Clock {
  private instant: Date;

  constructor(instant: Date | string = '2026-06-01T04:00:00.000Z') {
    super();
    this.instant = new Date(instant);
  }

  override now(): Date {
    return new Date(this.instant);
  }

  set(instant: Date | string): void {
    this.instant = new Date(instant);
  }

  advance(ms: number): void {
    this.instant = new Date(this.instant.getTime() + ms);
  }
}
