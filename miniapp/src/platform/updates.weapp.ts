import Taro from '@tarojs/taro';

/** A new version is taken at the next start by itself; we only offer to do it now. */
export function watchForUpdates(): void {
  const manager = Taro.getUpdateManager();
  manager.onUpdateReady(() => {
    void Taro.showModal({
      title: '有新版本',
      content: '新版本已经准备好，现在换上吗？',
      confirmText: '换上',
      cancelText: '以后再说',
    }).then(({ confirm }) => {
      if (confirm) {
        manager.applyUpdate();
      }
    });
  });
}
