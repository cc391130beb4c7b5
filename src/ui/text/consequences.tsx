import { Icon } from '#ui/icon/icon.tsx';
import '../action/dialog.css';

/** What is gone afterwards and what stays, a sentence each. */
export function Consequences({
  lost = [],
  kept = [],
}: {
  lost?: readonly string[];
  kept?: readonly string[];
}) {
  if (lost.length + kept.length === 0) return null;
  return (
    <ul className="consequences">
      {lost.map((sentence) => (
        <li key={sentence}>
          <Icon name="cross" />
          {sentence}
        </li>
      ))}
      {kept.map((sentence) => (
        <li key={sentence}>
          <Icon name="check" />
          {sentence}
        </li>
      ))}
    </ul>
  );
}
