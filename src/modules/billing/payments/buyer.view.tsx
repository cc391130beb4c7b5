type BuyerProps = {
  readonly name: string;
  readonly attention?: string | undefined;
  readonly street?: string | undefined;
  readonly number?: string | undefined;
  readonly postcode?: string | undefined;
  readonly town?: string | undefined;
  readonly country: string;
  readonly vatNumber?: string | undefined;
};

/** An address as it stands on an envelope. */
export function Buyer(buyer: BuyerProps) {
  const lines = [
    buyer.name,
    buyer.attention,
    [buyer.street, buyer.number].filter(Boolean).join(' '),
    buyer.postcode ? `${buyer.country}-${buyer.postcode} ${buyer.town ?? ''}` : buyer.country,
    buyer.vatNumber,
  ].filter((line) => line !== undefined && line !== '');
  return (
    <address className="postal">
      {lines.map((line) => (
        <div key={line}>{line}</div>
      ))}
    </address>
  );
}
