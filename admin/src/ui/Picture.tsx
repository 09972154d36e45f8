import './picture.css';

interface PictureProps {
  /** Empty when there is none: the first letter of the name stands in. */
  url: string;
  name: string;
  size: number;
}

/** A picture in a square frame, always beside the name of what it shows, so it says nothing to screen readers. */
export function Picture({ url, name, size }: PictureProps) {
  const style = { width: size, height: size, fontSize: size * 0.42 };
  return url === '' ? (
    <span className="picture picture-letter" style={style} aria-hidden>
      {name.slice(0, 1)}
    </span>
  ) : (
    <img className="picture" src={url} alt="" style={style} loading="lazy" />
  );
}
