import './text.css';

/** A QR code as the outline of its dark squares; dark on white in every theme, for cameras. */
export function QrPicture({ size, path, label }: { size: number; path: string; label: string }) {
  const edge = 4;
  const whole = size + 2 * edge;
  return (
    <svg
      className="qr-picture"
      role="img"
      aria-label={label}
      viewBox={`${-edge} ${-edge} ${whole} ${whole}`}
      shapeRendering="crispEdges"
    >
      <rect x={-edge} y={-edge} width={whole} height={whole} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
