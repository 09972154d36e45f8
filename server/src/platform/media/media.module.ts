import { join, resolve } from 'node:path';
import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Config } from '../config/index.js';
import { BucketFileStore } from './bucket-file-store.js';
import { DiskFileStore } from './disk-file-store.js';
import { FileStore } from './file-store.js';
import { KeepPicture } from './keep-picture.js';
import { Picture } from './picture.entity.js';
import { AdminPicturesController, MemberPicturesController } from './pictures.controller.js';
import { Pictures } from './pictures.js';
import { RemoveForgottenPicture } from './remove-forgotten.js';

/** Uploaded pictures: taken in, kept, handed out, and known by who uploaded them. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([Picture])],
  controllers: [MemberPicturesController, AdminPicturesController],
  providers: [
    { provide: FileStore, inject: [Config], useFactory: fileStore },
    KeepPicture,
    Pictures,
    RemoveForgottenPicture,
  ],
  exports: [FileStore, Pictures],
})
export class MediaModule {}

function fileStore(config: Config): FileStore {
  const url = config.get('bucketUrl');
  const accessKeyId = config.get('bucketAccessKeyId');
  const secretAccessKey = config.get('bucketSecretAccessKey');
  if (url === undefined || accessKeyId === undefined || secretAccessKey === undefined) {
    return new DiskFileStore(join(resolve(config.get('mediaDir')), 'uploads'));
  }
  return new BucketFileStore({ url, region: config.get('bucketRegion'), accessKeyId, secretAccessKey });
}
