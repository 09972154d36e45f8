import { View } from '@tarojs/components';
import { uploadPicture } from '@/api/upload-picture';
import { useAction } from '@/api/use-action';
import { choosePictures } from '@/platform/pictures';
import { cx } from '@/ui/cx';
import { Icon } from '@/ui/Icon';
import { Picture } from '@/ui/Picture';
import styles from './PictureInput.module.scss';

const PICTURES_MAX = 9;

/** Own pictures, brought to the server as they are chosen. */
export function PictureInput({
  urls,
  onChange,
}: {
  urls: readonly string[];
  onChange: (urls: string[]) => void;
}) {
  const adding = useAction(async () => {
    const paths = await choosePictures(PICTURES_MAX - urls.length);
    const added: string[] = [];
    for (const path of paths) {
      added.push((await uploadPicture(path)).url);
      onChange([...urls, ...added]);
    }
  });
  return (
    <View className={styles.grid}>
      {urls.map((url) => (
        <View key={url} className={styles.cell}>
          <Picture src={url} className={styles.picture} />
          <View
            className={styles.remove}
            aria-label="移除图片"
            onClick={() => onChange(urls.filter((one) => one !== url))}
          >
            <Icon name="close" />
          </View>
        </View>
      ))}
      {urls.length < PICTURES_MAX && (
        <View className={cx(styles.cell, styles.add)} aria-label="添加图片" onClick={adding.run}>
          {adding.busy ? '上传中' : <Icon name="plus" />}
        </View>
      )}
    </View>
  );
}
