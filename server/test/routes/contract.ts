import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The part of JSON Schema that the contract is written in. */
export interface Schema {
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly type?: 'object' | 'array' | 'string' | 'number' | 'integer' | 'boolean';
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly maxItems?: number;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly format?: 'date' | 'date-time' | 'email';
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly nullable?: boolean;
}

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required: boolean;
  readonly schema: Schema;
}

interface DocumentedOperation {
  readonly operationId: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema: Schema }>> }>
  >;
}

export interface Contract {
  readonly paths: Readonly<Record<string, Readonly<Record<string, DocumentedOperation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

export interface Operation {
  readonly id: string;
  readonly method: string;
  /** With its parameters in braces. */
  readonly path: string;
  readonly parameters: readonly Parameter[];
  readonly body: Schema | undefined;
  readonly success: { readonly status: number; readonly contentType?: string; readonly schema?: Schema };
}

/** The committed contract: tests are named after it while they are collected, before any application runs. */
export const CONTRACT = JSON.parse(
  readFileSync(join(__dirname, '../../../shared/openapi.json'), 'utf8'),
) as Contract;

export function operationsOf({ paths }: Contract): Operation[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, documented]) => {
      const [[status, answer] = ['0', {}]] = Object.entries(documented.responses);
      const [[contentType, content] = []] = Object.entries(answer.content ?? {});
      return {
        id: documented.operationId,
        method: method.toUpperCase(),
        path,
        parameters: documented.parameters ?? [],
        body: documented.requestBody?.content['application/json']?.schema,
        success: { status: Number(status), contentType, schema: content?.schema },
      };
    }),
  );
}

export const OPERATIONS = operationsOf(CONTRACT);

/** A schema with its references followed. */
export function resolve(schema: Schema): Schema {
  if (schema.$ref !== undefined) {
    const named = CONTRACT.components.schemas[schema.$ref.replace('#/components/schemas/', '')];
    if (!named) {
      throw new Error(`The contract refers to ${schema.$ref} and doesn't have it`);
    }
    return resolve(named);
  }
  const { allOf, ...own } = schema;
  return allOf ? Object.assign({}, ...allOf.map(resolve), own) : own;
}
