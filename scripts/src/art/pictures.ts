import { brandPictures } from './brand-pictures.js';
import { carePictures } from './care-pictures.js';
import { coffeePictures } from './coffee-pictures.js';
import { eyewearPictures } from './eyewear-pictures.js';
import { personaPictures } from './persona-pictures.js';
import { rewardPictures } from './reward-pictures.js';

/** Every picture of the demo shop by its name. A name is also the file name and never changes its subject. */
export const pictures = {
  ...brandPictures,
  ...personaPictures,
  ...coffeePictures,
  ...carePictures,
  ...eyewearPictures,
  ...rewardPictures,
};

export type PictureName = keyof typeof pictures;

export const pictureFile = (name: PictureName): string => `${name}.png`;
