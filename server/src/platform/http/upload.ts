import { SetMetadata, createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import type {} from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import type { ErrorCode } from '@regulars/shared';
import { Refusal } from './refusal.js';

export const TAKES_UPLOAD = 'regulars:takes-upload';

/** The name of the field that carries the file. */
const FIELD = 'file';

export interface UploadRules {
  readonly bytesMax: number;
  /** What whoever sends more is told. */
  readonly tooLarge: ErrorCode;
}

/** One file of a form, read when it is asked for: after the handler has looked who sends it. */
export class Upload {
  constructor(
    private readonly request: FastifyRequest,
    private readonly rules: UploadRules,
  ) {}

  /** @throws Refusal when there is no file, more than one, or more of it than allowed */
  async bytes(): Promise<Buffer> {
    if (!this.request.isMultipart()) {
      throw new Refusal('unsupported_media_type');
    }
    const parts = this.request.files({
      limits: { files: 1, fields: 0, parts: 2, fileSize: this.rules.bytesMax },
    });
    let found: Buffer | undefined;
    try {
      for await (const part of parts) {
        const bytes = await part.toBuffer();
        found = part.fieldname === FIELD ? bytes : found;
      }
    } catch (error) {
      throw refusalOf(error, this.rules);
    }
    if (!found || found.length === 0) {
      throw noFile();
    }
    return found;
  }
}

/** The form's one file. Routes without this parameter refuse forms. */
export function UploadedFile(rules: UploadRules): ParameterDecorator {
  const decorate = createParamDecorator(
    (_data: unknown, context: ExecutionContext): Upload =>
      new Upload(context.switchToHttp().getRequest<FastifyRequest>(), rules),
  )();
  const schema = {
    type: 'object',
    required: [FIELD],
    properties: { [FIELD]: { type: 'string', format: 'binary' } },
  };
  return (target, method, index) => {
    decorate(target, method, index);
    const descriptor = method === undefined ? undefined : Object.getOwnPropertyDescriptor(target, method);
    if (method !== undefined && descriptor) {
      SetMetadata(TAKES_UPLOAD, true)(target, method, descriptor);
      ApiConsumes('multipart/form-data')(target, method, descriptor);
      ApiBody({ schema })(target, method, descriptor);
    }
  };
}

function noFile(): Refusal {
  return new Refusal('validation_failed', { fields: [{ field: FIELD, message: '请选择一个文件' }] });
}

const TOO_MANY = new Set(['FST_FILES_LIMIT', 'FST_FIELDS_LIMIT', 'FST_PARTS_LIMIT']);

function refusalOf(error: unknown, { tooLarge }: UploadRules): Refusal {
  if (error instanceof Refusal) {
    return error;
  }
  const code = (error as { code?: string }).code ?? '';
  if (code === 'FST_REQ_FILE_TOO_LARGE') {
    return new Refusal(tooLarge);
  }
  if (TOO_MANY.has(code)) {
    return new Refusal('validation_failed', { fields: [{ field: FIELD, message: '一次只能上传一个文件' }] });
  }
  // The form breaks off, or was never one.
  return new Refusal('bad_request');
}
