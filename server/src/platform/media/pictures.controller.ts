import { Post } from '@nestjs/common';
import { ApiCreatedResponse } from '@nestjs/swagger';
import {
  AdminApi,
  CurrentAdmin,
  CurrentMember,
  ForAdmin,
  ForMember,
  MemberApi,
  RateLimiter,
  type AdminActor,
  type MemberActor,
} from '../auth/index.js';
import { Refusal, UploadedFile, type Upload, type UploadRules } from '../http/index.js';
import { KeepPicture, type PictureOwner } from './keep-picture.js';
import { PictureView, toPictureView } from './picture.view.js';

const RULES: UploadRules = { bytesMax: 10 * 1024 * 1024, tooLarge: 'picture_too_large' };
/** Drawing a picture is work, so a person's pace is enough. */
const PER_MINUTE = 30;

@MemberApi('pictures')
export class MemberPicturesController {
  constructor(
    private readonly keep: KeepPicture,
    private readonly limiter: RateLimiter,
  ) {}

  @Post()
  @ForMember()
  @ApiCreatedResponse({ type: PictureView })
  upload(
    @CurrentMember() { memberId }: MemberActor,
    @UploadedFile(RULES) file: Upload,
  ): Promise<PictureView> {
    return keepOne(this.limiter, this.keep, { kind: 'member', id: memberId }, file);
  }
}

@AdminApi('pictures')
export class AdminPicturesController {
  constructor(
    private readonly keep: KeepPicture,
    private readonly limiter: RateLimiter,
  ) {}

  @Post()
  @ForAdmin('pictures.add')
  @ApiCreatedResponse({ type: PictureView })
  upload(@CurrentAdmin() { adminId }: AdminActor, @UploadedFile(RULES) file: Upload): Promise<PictureView> {
    return keepOne(this.limiter, this.keep, { kind: 'admin', id: adminId }, file);
  }
}

async function keepOne(
  limiter: RateLimiter,
  keep: KeepPicture,
  owner: PictureOwner,
  file: Upload,
): Promise<PictureView> {
  if (!limiter.take(`pictures:${owner.kind}:${owner.id}`, PER_MINUTE)) {
    throw new Refusal('too_many_requests');
  }
  return toPictureView(await keep.execute(owner, await file.bytes()));
}
