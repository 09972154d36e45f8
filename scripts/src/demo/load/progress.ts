/** One line on standard error that fills up; without a terminal only its beginning and end. */
export class Progress {
  private shown = -1;

  constructor(
    private readonly title: string,
    private readonly out: NodeJS.WriteStream = process.stderr,
  ) {}

  /** `share` from 0 to 1. */
  at(share: number, detail = ''): void {
    const percent = Math.floor(share * 100);
    if (!this.out.isTTY || percent === this.shown) {
      return;
    }
    this.shown = percent;
    const full = Math.round(share * WIDTH);
    this.out.write(
      `\r${this.title} ${'█'.repeat(full)}${'░'.repeat(WIDTH - full)} ${String(percent).padStart(3)} % ${detail}\x1b[K`,
    );
  }

  end(text: string): void {
    this.out.write(`${this.out.isTTY ? '\r\x1b[K' : ''}${this.title}: ${text}\n`);
  }
}

const WIDTH = 28;
