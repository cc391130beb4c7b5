const first = `
  amber azure blue bold brave bright calm clear clever cool coral crisp deep early easy
  fair fast fine firm fresh gentle glad gold good grand green happy honest ivory jolly
  keen kind late light lively lucky merry mild navy neat new nice noble olive plain proud
  pure quick quiet rapid red ripe rosy round royal safe sharp silver smart soft solid
  sunny warm wise
`
  .trim()
  .split(/\s+/);
const second = `
  anchor apple badger beach bell birch boat bridge cedar cherry cloud comet crane daisy
  delta dune eagle elm falcon fern finch forest fox garden hare harbor hazel heron hill
  island ivy jay kite lake lark leaf lemon lily lion maple meadow moon oak ocean otter owl
  palm pearl pine plum pond raven reef river robin rose seal star stone swan tiger tulip
  valley wave
`
  .trim()
  .split(/\s+/);

/**
 * Two words that stand for a key: phone and desktop compute them for themselves, people compare
 * them. From the SHA-256 of the key.
 */
export function appNameOf(digest: Uint8Array): string {
  const [a = 0, b = 0] = digest;
  return `${first[a % first.length]} ${second[b % second.length]}`;
}
