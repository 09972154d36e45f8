import { Entity, PrimaryColumn } from 'typeorm';

/** A store a code may lead to. */
@Entity('live_code_store')
export class LiveCodeStore {
  @PrimaryColumn({ name: 'live_code_id', type: 'bigint', unsigned: true })
  liveCodeId: number;

  @PrimaryColumn({ name: 'store_id', type: 'bigint', unsigned: true })
  storeId: number;
}
