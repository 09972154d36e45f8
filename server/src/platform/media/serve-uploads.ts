import type { FastifyInstance } from 'fastify';
import { answerProblem } from '../http/problem.filter.js';
import { notFound } from '../http/refusal.js';
import { UPLOADS_PREFIX, contentTypeOf, isFileKey } from './file-keys.js';
import type { FileStore } from './file-store.js';

/** A picture is never a page, whatever somebody managed to upload. */
export const PICTURE_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
  'x-content-type-options': 'nosniff',
};

/** Hands out what was uploaded, from wherever it lies. A file never changes under its name. */
export function serveUploads(fastify: FastifyInstance, files: FileStore): void {
  fastify.get<{ Params: { folder: string; file: string } }>(
    `${UPLOADS_PREFIX}:folder/:file`,
    async (request, reply) => {
      const key = `${request.params.folder}/${request.params.file}`;
      const content = isFileKey(key) ? await files.open(key) : undefined;
      if (!content) {
        answerProblem(notFound(), request, reply);
        return reply;
      }
      return reply
        .headers(PICTURE_HEADERS)
        .header('cache-control', 'public, max-age=31536000, immutable')
        .type(contentTypeOf(key))
        .send(content);
    },
  );
}
