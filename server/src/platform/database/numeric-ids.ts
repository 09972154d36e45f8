import {
  EventSubscriber,
  type EntitySubscriberInterface,
  type InsertEvent,
  type ObjectLiteral,
} from 'typeorm';

/** TypeORM hands the BIGINT of a row it has just inserted back as text, unlike when it reads it. Ids are numbers. */
@EventSubscriber()
export class NumericIds implements EntitySubscriberInterface<ObjectLiteral> {
  afterInsert({ entity, metadata }: InsertEvent<ObjectLiteral>): void {
    for (const column of metadata.generatedColumns) {
      const value: unknown = entity && column.getEntityValue(entity);
      if (column.type === 'bigint' && typeof value === 'string') {
        column.setEntityValue(entity, Number(value));
      }
    }
  }
}
