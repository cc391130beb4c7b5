import type { Provisioner, ProvisioningRequest, ProvisioningResult } from './provisioning.rules.ts';

/**
 * Makes nothing and says what a provider's system would: where the product runs and how to get in.
 * The same product gets the same answer, however often it is asked.
 */
export const sandboxProvisioner: Provisioner = {
  make: (request) => Promise.resolve(answerTo(request)),
};

function answerTo({ kind, subscriptionId, quantity, configuration }: ProvisioningRequest) {
  const key = subscriptionId.slice(-6);
  const place = (Number.parseInt(key, 16) % 24) + 1;
  const host = (name: string) => `${name}${place}.sandbox.example`;
  const answers: { readonly [kind: string]: ProvisioningResult } = {
    domain: {
      name: configuration['name'] ?? '',
      nameservers: 'ns1.sandbox.example, ns2.sandbox.example',
    },
    'web-hosting': { server: host('web'), login: `web-${key}`, sites: String(quantity) },
    'mail-service': {
      server: host('mail'),
      addresses: String(quantity),
      administration: 'https://mail.sandbox.example',
    },
    suite: { address: 'https://suite.sandbox.example', workspace: `team-${key}` },
    'personal-suite': { address: 'https://suite.sandbox.example', workspace: `me-${key}` },
    nas: { server: host('nas'), login: `nas-${key}` },
    backup: { server: host('backup'), login: `backup-${key}` },
    'premium-support': { line: '+41 22 555 01 01', contract: `ps-${key}` },
    'custom-brand': { address: `https://brand-${key}.sandbox.example` },
  };
  return answers[kind] ?? { reference: key };
}
