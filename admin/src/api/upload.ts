import { ApiError } from '@regulars/shared/api';
import { texts } from '../texts';

/** Sends one file as a form, and says how much of it is on its way. */
export function upload<T>(url: string, file: Blob, onProgress?: (percent: number) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', url);
    // As with every other call: other sites can't set it.
    request.setRequestHeader('X-Regulars-Console', '1');
    request.upload.onprogress = ({ loaded, total }) => onProgress?.(Math.round((loaded / total) * 100));
    request.onerror = () => reject(new ApiError(0, { code: 'unavailable', title: texts.problem.offline }));
    request.onload = () => {
      const body = contentOf(request.responseText);
      if (request.status < 300) {
        resolve(body as T);
      } else {
        reject(new ApiError(request.status, body as Record<string, unknown>));
      }
    };
    const form = new FormData();
    form.set('file', file);
    request.send(form);
  });
}

/** A proxy may answer with a page of its own; that counts as no content. */
function contentOf(text: string): object {
  try {
    return JSON.parse(text) as object;
  } catch {
    return {};
  }
}
