import { expect, test } from 'vitest';
import { readSettings, WrongSettings } from './settings.ts';
import { settingsTable } from './settings/settings-table.ts';
import { variables } from './settings/variables.ts';

function sentencesOf(environment: Record<string, string>, file?: string): readonly string[] {
  try {
    readSettings(environment, file);
  } catch (error) {
    if (error instanceof WrongSettings) return error.sentences;
    throw error;
  }
  return [];
}

test('an empty environment is the embedded demo on localhost', () => {
  expect(readSettings({})).toMatchObject({
    port: 3000,
    origin: 'http://localhost:3000',
    embedded: true,
    demo: true,
    role: 'both',
  });
  expect(readSettings({ PORT: '8080' }).origin).toBe('http://localhost:8080');
});

test('with a database server there is no demo unless it is asked for', () => {
  const server = { DATABASE_URL: 'postgresql://atrio@db/atrio' };
  expect(readSettings(server)).toMatchObject({ embedded: false, demo: false });
  expect(readSettings(server).migrationUrl).toBe(server.DATABASE_URL);
  expect(readSettings({ ...server, ATRIO_DEMO: 'on' }).demo).toBe(true);
  expect(readSettings({ ATRIO_DEMO: 'off' }).demo).toBe(false);
});

test.for([
  ['PORT', '0', 'PORT is "0": it must be a whole number from 1 to 65535.'],
  ['PORT', '80x', 'PORT is "80x": it must be a whole number from 1 to 65535.'],
  ['ATRIO_DEMO', 'yes', 'ATRIO_DEMO is "yes": it must be `on`, `off` or `auto`.'],
  ['ATRIO_TRUSTED_PROXIES', '10.0.0.0/8,x', 'ATRIO_TRUSTED_PROXIES is "10.0.0.0/8,x"'],
  ['ATRIO_ORIGIN', 'https://a.example/portal', 'ATRIO_ORIGIN is "https://a.example/portal"'],
  [
    'ATRIO_ORIGIN',
    'http://a.example',
    'ATRIO_ORIGIN is "http://a.example": it must begin with https://',
  ],
  ['ATRIO_DATTA', './x', 'ATRIO_DATTA is not a setting of Atrio. Did you mean ATRIO_DATA?'],
  ['ATRIO_SMS_COUNTRIES', 'CH=8', 'ATRIO_SMS_COUNTRIES is "CH=8": it must be countries with a'],
  ['ATRIO_SMS_COUNTRIES', 'CH=80/79', 'ATRIO_SMS_COUNTRIES is "CH=80/79"'],
  ['ATRIO_SMS_COUNTRIES', 'CH,CH=8/90', 'ATRIO_SMS_COUNTRIES is "CH,CH=8/90"'],
  ['ATRIO_SMS_DAILY_BUDGET', '1e3', 'ATRIO_SMS_DAILY_BUDGET is "1e3"'],
  ['ATRIO_SMS_CURRENCY', 'chf', 'ATRIO_SMS_CURRENCY is "chf"'],
  ['ATRIO_MIGRATION_URL', 'postgresql://o@db/a', 'ATRIO_MIGRATION_URL is set without DATABASE_URL'],
] as const)('%s=%s stops the start with a sentence', ([name, value, sentence]) => {
  const sentences = sentencesOf({ [name]: value });
  expect(sentences).toHaveLength(1);
  expect(sentences[0]).toContain(sentence);
});

test('[LK-14] countries get texts at a price and up to a cap; one alone is taken to be dear', () => {
  expect(readSettings({ ATRIO_SMS_COUNTRIES: 'CH=8/4000, ES' }).smsCountries).toEqual([
    { country: 'CH', priceMinor: 8n, capMinor: 4000n },
    { country: 'ES', priceMinor: 15n, capMinor: 3000n },
  ]);
});

test('all wrong values are named at once', () => {
  expect(sentencesOf({ PORT: 'x', ATRIO_ROLE: 'x', ATRIO_BRAND: ' ' })).toHaveLength(3);
});

test('a secret is never shown', () => {
  const sentences = sentencesOf({
    DATABASE_URL: 'mysql://root:hunter2@db',
    ATRIO_METRICS_TOKEN: 'hunter2',
  });
  expect(sentences).toHaveLength(2);
  expect(sentences.join()).not.toContain('hunter2');
});

test('a file gives settings, the environment wins, and a wrong name in it is named', () => {
  const file = '{"PORT": 4000, "ATRIO_BRAND": "Nube"}';
  expect(readSettings({}, file)).toMatchObject({ port: 4000, brand: 'Nube' });
  expect(readSettings({ PORT: '5000' }, file).port).toBe(5000);
  expect(sentencesOf({}, '{"PROT": 1}')[0]).toContain('PROT is not a setting');
  expect(sentencesOf({}, '[1]')[0]).toContain('not a JSON object');
  expect(sentencesOf({}, '{')[0]).toContain('not a JSON object');
});

test('what belongs to the tests or to others is left alone', () => {
  expect(sentencesOf({ ATRIO_TEST_DATABASE_URL: 'x', HOME: '/home/ada' })).toEqual([]);
});

test('the table of the README names every setting', () => {
  for (const { name } of Object.values(variables)) {
    expect(settingsTable()).toContain(`| \`${name}\` |`);
  }
});
